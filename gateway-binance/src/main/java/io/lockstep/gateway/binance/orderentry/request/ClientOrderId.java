package io.lockstep.gateway.binance.orderentry.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Our order ids in the venue's form: a pure function of run, order and purpose, and back again, so that a later process knows them too.
 *
 * <pre>
 *   L | purpose | 11 characters of run id | 11 characters of order id
 *   six bits a character, highest first, from an alphabet in ASCII order: later orders have greater ids
 * </pre>
 *
 * <p>24 characters of {@code [A-Za-z0-9_-]}, which both venues take, up to 36. Never reused, because order ids are not. The
 * prefix is none of the venue's own ({@code autoclose-}, {@code adl_autoclose}, {@code settlement_autoclose-}).
 */
public final class ClientOrderId {
    /** Length of an id, characters. */
    public static final int LENGTH = 24;

    /** Purpose: an order, whether it is new, takes another's place or is the amended form of one. */
    public static final char ORDER = 'S';

    /** Purpose: a cancel, which on spot has an id of its own. */
    public static final char CANCEL = 'C';

    /** Purpose: the cancel within a cancel-and-replace. */
    public static final char REPLACE_CANCEL = 'X';

    private static final int ID_DIGITS = 11;
    private static final int RUN_OFFSET = 2;
    private static final int ORDER_OFFSET = RUN_OFFSET + ID_DIGITS;
    private static final String ALPHABET = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private ClientOrderId() {}

    /** Writes an id of {@link #LENGTH} characters. */
    public static void encode(char purpose, long runId, long orderId, byte[] target, int offset) {
        target[offset] = 'L';
        target[offset + 1] = (byte) purpose;
        putDigits(runId, target, offset + RUN_OFFSET, ID_DIGITS);
        putDigits(orderId, target, offset + ORDER_OFFSET, ID_DIGITS);
    }

    /** Whether a text is an id of this run, for any purpose. */
    public static boolean isOurs(long runId, byte[] source, int offset, int length) {
        return length == LENGTH
                && source[offset] == 'L'
                && isPurpose(source[offset + 1])
                && areDigits(source, offset + RUN_OFFSET, LENGTH - RUN_OFFSET)
                && fits(source[offset + RUN_OFFSET])
                && digits(source, offset + RUN_OFFSET, ID_DIGITS) == runId
                && fits(source[offset + ORDER_OFFSET]);
    }

    /** Whether a text has the form of an id of this program, of whatever run. */
    public static boolean hasForm(String id) {
        byte[] source = id.getBytes(StandardCharsets.UTF_8);
        return source.length == LENGTH
                && source[0] == 'L'
                && isPurpose(source[1])
                && areDigits(source, RUN_OFFSET, LENGTH - RUN_OFFSET);
    }

    /** What an id that {@link #isOurs} is for. */
    public static char purpose(byte[] source, int offset) {
        return (char) source[offset + 1];
    }

    /** The order id in a text that {@link #isOurs}. */
    public static long orderId(byte[] source, int offset) {
        return digits(source, offset + ORDER_OFFSET, ID_DIGITS);
    }

    private static boolean isPurpose(byte b) {
        return b == ORDER || b == CANCEL || b == REPLACE_CANCEL;
    }

    private static void putDigits(long value, byte[] target, int offset, int count) {
        long rest = value;
        for (int i = offset + count - 1; i >= offset; i--) {
            target[i] = (byte) ALPHABET.charAt((int) (rest & 63));
            rest >>>= 6;
        }
    }

    private static boolean areDigits(byte[] source, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (source[i] < 0 || VALUES[source[i]] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Eleven digits hold 66 bits: the first may only use its four lowest. */
    private static boolean fits(byte firstDigit) {
        return VALUES[firstDigit] < 16;
    }

    private static long digits(byte[] source, int offset, int count) {
        long value = 0;
        for (int i = offset; i < offset + count; i++) {
            value = value << 6 | VALUES[source[i]];
        }
        return value;
    }
}
