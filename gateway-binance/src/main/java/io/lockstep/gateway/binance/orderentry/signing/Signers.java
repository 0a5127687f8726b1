package io.lockstep.gateway.binance.orderentry.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.transport.ApiKey;
import java.util.function.UnaryOperator;

/** Makes the signer that fits a key. */
public final class Signers {
    private static final String PEM_MARK = "PRIVATE KEY";
    private static final int CAPACITY = 128;

    private Signers() {}

    /** Whether the key's secret is a private key, which can log a connection on, rather than a shared secret. */
    public static boolean isEd25519(ApiKey key) {
        return key.secret().contains(PEM_MARK);
    }

    /** Signs texts rather than bytes, for the few requests composed as text; any thread. */
    public static UnaryOperator<String> ofText(ApiKey key) {
        RequestSigner signer = of(key);
        return text -> {
            byte[] payload = text.getBytes(UTF_8);
            TextBuffer signature = new TextBuffer(CAPACITY);
            synchronized (signer) {
                signer.sign(payload, 0, payload.length, signature);
            }
            return new String(signature.array(), 0, signature.length(), UTF_8);
        };
    }

    /**
     * A signer of its own for one thread.
     *
     * @throws IllegalArgumentException if the secret looks like a private key and is none
     */
    public static RequestSigner of(ApiKey key) {
        return isEd25519(key)
                ? Ed25519Signer.ofPem(key.secret())
                : new HmacSigner(key.secret().getBytes(UTF_8));
    }
}
