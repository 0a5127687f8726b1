package io.lockstep.gateway.binance.orderentry.request;

import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.transport.json.JsonCursor;

/**
 * The id of a WebSocket request, which the venue echoes: it carries what the answer is about, so that no table of requests is needed
 * to understand one. Mutable, reused, owned by one thread.
 *
 * <pre>
 *   kind | order id, 16 hexadecimal digits | strategy id, 6 | instrument id, 4 | sequence, 9     36 of at most 36 characters
 * </pre>
 */
public final class RequestId {
    /** A new order. */
    public static final char NEW = 'n';

    /** A cancel; the order id is that of the order to cancel. */
    public static final char CANCEL = 'c';

    /** A replacement, amendment or modification; the order id is the new one. */
    public static final char REPLACE = 'r';

    /** A question about an order. */
    public static final char QUERY = 'q';

    /** The cancellation of everything on an instrument. */
    public static final char CANCEL_ALL = 'a';

    /** Anything about the session itself. */
    public static final char SESSION = 's';

    private static final int LENGTH = 36;
    private static final String DIGITS = "0123456789abcdef";

    private char kind;
    private long orderId;
    private int strategyId;
    private int instrumentId;
    private long sequence;

    /**
     * Sets all parts but the sequence, which becomes 0.
     *
     * @param newStrategyId 0 to 16,777,215
     * @param newInstrumentId 0 to 65,535
     */
    public RequestId set(char newKind, long newOrderId, int newStrategyId, int newInstrumentId) {
        kind = newKind;
        orderId = newOrderId;
        strategyId = newStrategyId;
        instrumentId = newInstrumentId;
        sequence = 0;
        return this;
    }

    /** Sets what tells requests about one order apart, 0 to 2^36 - 1. */
    public RequestId sequence(long number) {
        sequence = number;
        return this;
    }

    /** Becomes equal to another id. */
    public RequestId set(RequestId other) {
        return set(other.kind, other.orderId, other.strategyId, other.instrumentId)
                .sequence(other.sequence);
    }

    /** What was asked for; 0 if the last text read was no id of ours. */
    public char kind() {
        return kind;
    }

    /** Which order it is about, or a number that tells questions apart. */
    public long orderId() {
        return orderId;
    }

    /** Whose order. */
    public int strategyId() {
        return strategyId;
    }

    /** In which instrument. */
    public int instrumentId() {
        return instrumentId;
    }

    /** What tells requests about one order apart. */
    public long sequence() {
        return sequence;
    }

    /** Adds the id to a text. */
    public void write(TextBuffer target) {
        target.put(kind);
        writeHex(target, orderId, Long.BYTES * 2);
        writeHex(target, strategyId, 6);
        writeHex(target, instrumentId, 4);
        writeHex(target, sequence, 9);
    }

    /** Reads the text that a cursor has just read; false, and no kind, if it is none of ours. */
    public boolean read(JsonCursor cursor) {
        kind = 0;
        byte[] bytes = cursor.textBytes();
        int offset = cursor.textOffset();
        if (cursor.textLength() != LENGTH) {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            if (digit(bytes[offset + i]) < 0) {
                return false;
            }
        }
        kind = (char) bytes[offset];
        orderId = readHex(bytes, offset + 1, Long.BYTES * 2);
        strategyId = (int) readHex(bytes, offset + 17, 6);
        instrumentId = (int) readHex(bytes, offset + 23, 4);
        sequence = readHex(bytes, offset + 27, 9);
        return true;
    }

    private static void writeHex(TextBuffer target, long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            target.put(DIGITS.charAt((int) (value >>> shift) & 15));
        }
    }

    private static long readHex(byte[] source, int offset, int digits) {
        long value = 0;
        for (int i = offset; i < offset + digits; i++) {
            value = value << 4 | digit(source[i]);
        }
        return value;
    }

    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        return b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
    }
}
