package io.lockstep.gateway.binance.orderentry.signing;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Signs with HMAC-SHA256 (RFC 2104), in hexadecimal.
 *
 * <p>Built on the platform's digest instead of its {@code Mac}, which makes a new array for every signature.
 */
public final class HmacSigner implements RequestSigner {
    private static final int BLOCK = 64;
    private static final int DIGEST = 32;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final MessageDigest sha256;
    private final byte[] innerPad = new byte[BLOCK];
    private final byte[] outerPad = new byte[BLOCK];
    private final byte[] digest = new byte[DIGEST];

    /** Makes a signer; the secret is copied. */
    public HmacSigner(byte[] secret) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] key = secret.length > BLOCK ? sha256.digest(secret) : secret;
        for (int i = 0; i < BLOCK; i++) {
            int b = i < key.length ? key[i] : 0;
            innerPad[i] = (byte) (b ^ 0x36);
            outerPad[i] = (byte) (b ^ 0x5c);
        }
    }

    @Override
    public void sign(byte[] payload, int offset, int length, TextBuffer target) {
        digest(innerPad, payload, offset, length);
        digest(outerPad, digest, 0, DIGEST);
        for (byte b : digest) {
            target.put(HEX[b >> 4 & 15]);
            target.put(HEX[b & 15]);
        }
    }

    private void digest(byte[] pad, byte[] payload, int offset, int length) {
        sha256.update(pad);
        sha256.update(payload, offset, length);
        try {
            sha256.digest(digest, 0, DIGEST);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256 digest", e);
        }
    }
}
