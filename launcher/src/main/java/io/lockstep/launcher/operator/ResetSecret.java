package io.lockstep.launcher.operator;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The salted hash of an operator's secret, and the only thing kept of it.
 *
 * <pre>
 *   pbkdf2-sha256:600000:SALT:HASH      salt of 16 bytes and hash of 32, hexadecimal
 * </pre>
 *
 * <p>600,000 rounds are what OWASP's "Password Storage Cheat Sheet" (read 2026-11) asks of PBKDF2 with HMAC-SHA-256. Immutable.
 */
public final class ResetSecret {
    /** Fewest characters a secret may have. */
    public static final int LEAST_LENGTH = 12;

    private static final String SCHEME = "pbkdf2-sha256";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 600_000;
    private static final int LEAST_ROUNDS = 100_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int FIELDS = 4;

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private ResetSecret(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Hashes a new secret with a fresh salt.
     *
     * @param secret wiped by the caller afterwards
     * @throws IllegalArgumentException if it is too short
     */
    public static ResetSecret of(char[] secret) {
        if (secret.length < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "secret is too short: length=" + secret.length + ", least=" + LEAST_LENGTH);
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new ResetSecret(ROUNDS, salt, derive(secret, salt, ROUNDS));
    }

    /**
     * Reads what {@link #toString} gave.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ResetSecret parse(String text) {
        String[] fields = text.split(":", -1);
        if (fields.length != FIELDS || !fields[0].equals(SCHEME) || !fields[1].matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("must be what `lockstep operator hash` prints: length=" + text.length());
        }
        int rounds = Integer.parseInt(fields[1]);
        byte[] salt = HexFormat.of().parseHex(fields[2]);
        byte[] hash = HexFormat.of().parseHex(fields[3]);
        boolean strong = rounds >= LEAST_ROUNDS && rounds <= MOST_ROUNDS;
        if (!strong || salt.length < SALT_BYTES || hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("hash is weaker than allowed: rounds=" + rounds + ", saltBytes="
                    + salt.length + ", hashBytes=" + hash.length);
        }
        return new ResetSecret(rounds, salt, hash);
    }

    /** Whether this is the secret; takes as long for a wrong one as for the right one. */
    public boolean matches(char[] secret) {
        return MessageDigest.isEqual(hash, derive(secret, salt, rounds));
    }

    /** The text for the configuration; it cannot be turned back into the secret. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return SCHEME + ":" + rounds + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash);
    }

    private static byte[] derive(char[] secret, byte[] salt, int rounds) {
        // the key specification refuses an empty password
        char[] padded = secret.length == 0 ? new char[1] : secret.clone();
        PBEKeySpec spec = new PBEKeySpec(padded, salt, rounds, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
            Arrays.fill(padded, '\0');
        }
    }
}
