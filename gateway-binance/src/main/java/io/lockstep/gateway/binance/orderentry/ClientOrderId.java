package io.lockstep.gateway.binance.orderentry;

/**
 * Our order ids in the venue's form: a pure function of run and order, and back again.
 *
 * <pre>
 *   L S | 11 characters of run id | 11 characters of order id
 *   six bits a character, highest first, from an alphabet in ASCII order: later orders have greater ids
 * </pre>
 *
 * <p>24 characters of {@code [A-Za-z0-9_-]}, which both venues take, up to 36. Never reused, because order ids are not. The
 * prefix is none of the venue's own ({@code autoclose-}, {@code adl_autoclose}, {@code settlement_autoclose-}).
 */
public final class ClientOrderId {
    /** Length of an id, characters. */
    public static final int LENGTH = 24;

    private static final int DIGITS = 11;
    private static final int RUN_OFFSET = 2;
    private static final int ORDER_OFFSET = RUN_OFFSET + DIGITS;
    private static final String ALPHABET = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final byte[] VALUES = new byte[128];

    static {
        java.util.Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private ClientOrderId() {}

    /** Writes an id of {@link #LENGTH} characters. */
    public static void encode(long runId, long orderId, byte[] target, int offset) {
        target[offset] = 'L';
        target[offset + 1] = 'S';
        putDigits(runId, target, offset + RUN_OFFSET);
        putDigits(orderId, target, offset + ORDER_OFFSET);
    }

    /** Whether a text is an id of an order of this run. */
    public static boolean isOurs(long runId, byte[] source, int offset, int length) {
        return length == LENGTH
                && source[offset] == 'L'
                && source[offset + 1] == 'S'
                && areDigits(source, offset + RUN_OFFSET)
                && digits(source, offset + RUN_OFFSET) == runId
                && areDigits(source, offset + ORDER_OFFSET);
    }

    /** The order id in a text that {@link #isOurs}. */
    public static long orderId(byte[] source, int offset) {
        return digits(source, offset + ORDER_OFFSET);
    }

    private static void putDigits(long value, byte[] target, int offset) {
        long rest = value;
        for (int i = offset + DIGITS - 1; i >= offset; i--) {
            target[i] = (byte) ALPHABET.charAt((int) (rest & 63));
            rest >>>= 6;
        }
    }

    /** Eleven digits hold 66 bits: the first may only use its four lowest. */
    private static boolean areDigits(byte[] source, int offset) {
        for (int i = offset; i < offset + DIGITS; i++) {
            if (source[i] < 0 || VALUES[source[i]] < 0) {
                return false;
            }
        }
        return VALUES[source[offset]] < 16;
    }

    private static long digits(byte[] source, int offset) {
        long value = 0;
        for (int i = offset; i < offset + DIGITS; i++) {
            value = value << 6 | VALUES[source[i]];
        }
        return value;
    }
}
