package io.lockstep.simulator.binance.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures. REST signs query and body as sent, one behind the other; the WebSocket API signs its parameters sorted by name,
 * unencoded. (Binance Spot API, "Signed endpoint examples" and "Request security".)
 */
public final class Signatures {
    private Signatures() {}

    /** What a REST request's signature covers: query and body without the signature itself. */
    public static String restPayload(String query, String body) {
        return withoutSignature(query) + withoutSignature(body);
    }

    /** What a WebSocket API request's signature covers. */
    public static String socketPayload(Map<String, String> params) {
        StringBuilder payload = new StringBuilder();
        new TreeMap<>(params).forEach((name, value) -> {
            if (!name.equals("signature")) {
                payload.append(payload.length() == 0 ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return payload.toString();
    }

    /** Whether a signature is the key's over a payload. */
    public static boolean isValid(ApiKey key, String payload, String signature) {
        String secret = key.secret();
        PublicKey publicKey = key.publicKey();
        if (secret != null) {
            return isHmac(secret, payload, signature);
        }
        return publicKey != null && isEd25519(publicKey, payload, signature);
    }

    private static boolean isHmac(String secret, String payload, String signature) {
        byte[] expected = hmac(secret, payload).getBytes(StandardCharsets.US_ASCII);
        byte[] actual = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, actual);
    }

    /** HMAC-SHA256 as lower-case hexadecimal digits. */
    static String hmac(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 in this JVM", e);
        }
    }

    private static boolean isEd25519(PublicKey publicKey, String payload, String signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(payload.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static String withoutSignature(String form) {
        StringBuilder rest = new StringBuilder();
        for (String part : form.split("&", -1)) {
            if (!part.startsWith("signature=")) {
                rest.append(rest.length() == 0 ? "" : "&").append(part);
            }
        }
        return rest.toString();
    }
}
