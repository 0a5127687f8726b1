package io.lockstep.launcher.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The word that ties the second step of a reset to the first: random, good once, for ten minutes, and only for the latch it was given for.
 */
public final class ResetNonce {
    private static final long LIFE_MS = 600_000;
    private static final int BYTES = 8;
    private static final int FIELDS = 3;

    private final Path file;

    /** The nonce kept in a file, which need not be there. */
    public ResetNonce(Path file) {
        this.file = file;
    }

    /**
     * Makes a new one; an older one is void.
     *
     * @param latchedMs when the latch was set that it is for, UTC, ms
     */
    public String issue(long latchedMs, long nowMs) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String word = HexFormat.of().formatHex(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, word + " " + latchedMs + " " + nowMs + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("nonce cannot be kept: file=" + file, e);
        }
        return word;
    }

    /** Whether this is the word, for this latch, in time. Whatever the answer, no word is good afterwards. */
    public boolean redeem(String word, long latchedMs, long nowMs) {
        try {
            String[] fields =
                    Files.exists(file) ? Files.readString(file).strip().split(" ", -1) : new String[0];
            Files.deleteIfExists(file);
            return fields.length == FIELDS
                    && MessageDigest.isEqual(
                            fields[0].getBytes(StandardCharsets.US_ASCII), word.getBytes(StandardCharsets.US_ASCII))
                    && fields[1].equals(Long.toString(latchedMs))
                    && Math.abs(nowMs - Long.parseLong(fields[2])) <= LIFE_MS;
        } catch (IOException e) {
            throw new UncheckedIOException("nonce cannot be read: file=" + file, e);
        } catch (NumberFormatException altered) {
            return false;
        }
    }
}
