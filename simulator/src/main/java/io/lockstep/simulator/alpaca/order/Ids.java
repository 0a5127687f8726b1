package io.lockstep.simulator.alpaca.order;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids the venue gives out: a function of its start and of how many it gave. */
public final class Ids {
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int COUNT_DIGITS = 16;
    private static final int BARE_LENGTH = 32;

    private final long startNs;
    private long count;

    /**
     * Ids of one start.
     *
     * @param startNs tells starts apart, UTC, nanoseconds
     */
    public Ids(long startNs) {
        this.startNs = startNs;
    }

    /** The next id of a kind. */
    public String next(String kind) {
        return named(kind + "/" + startNs + "/" + ++count);
    }

    /** A rising id of 26 characters that begins with the time. */
    public String rising(long timeNs) {
        return digits(timeNs / 1_000_000, TIME_DIGITS) + digits(++count, COUNT_DIGITS);
    }

    /** The id that always belongs to a name. */
    public static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** An id as it is written here: some clients leave its dashes out. */
    static String dashed(String id) {
        boolean bare = id.length() == BARE_LENGTH && id.indexOf('-') < 0;
        return bare
                ? String.join(
                        "-",
                        id.substring(0, 8),
                        id.substring(8, 12),
                        id.substring(12, 16),
                        id.substring(16, 20),
                        id.substring(20))
                : id;
    }

    private static String digits(long value, int length) {
        char[] text = new char[length];
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = CROCKFORD[(int) (rest & 31)];
            rest >>>= 5;
        }
        return new String(text);
    }
}
