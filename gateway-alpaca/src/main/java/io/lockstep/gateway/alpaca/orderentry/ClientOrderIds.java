package io.lockstep.gateway.alpaca.orderentry;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Client order ids as pure functions of run, order and strategy, and back. They are unique for ever, as the venue demands, because order
 * ids never come again within a journal and the run's tag is its own; the strategy rides along so that a report finds its owner again
 * after a restart.
 *
 * <pre>
 *   LS-0123456789abcdef-00000000000a2b01-3
 *      run tag          order id         strategy
 * </pre>
 *
 * <p>Writing belongs to one thread; reading back is safe for any. Allocates nothing.
 */
public final class ClientOrderIds {
    /** Answer for an id that is not one of this run. */
    public static final long NOT_OURS = FixedPoint.NULL;

    private static final String PREFIX = "LS-";
    private static final int HEX_DIGITS = 16;
    private static final int ORDER_OFFSET = PREFIX.length() + HEX_DIGITS + 1;
    private static final int STRATEGY_OFFSET = ORDER_OFFSET + HEX_DIGITS + 1;
    private static final int MOST_STRATEGY_DIGITS = 8;

    private final StringBuilder text = new StringBuilder(STRATEGY_OFFSET + MOST_STRATEGY_DIGITS);
    private final long runId;

    /** @param runId random tag of the journal's first start */
    public ClientOrderIds(long runId) {
        this.runId = runId;
    }

    /** The client order id of an order; reused, valid until the next call. */
    public CharSequence of(long orderId, int strategyId) {
        text.setLength(0);
        text.append(PREFIX);
        appendHex(runId);
        text.append('-');
        appendHex(orderId);
        text.append('-').append(strategyId);
        return text;
    }

    /** Whether a text has the form of an id of this program, of whatever run. */
    public static boolean hasForm(String clientOrderId) {
        return clientOrderId.startsWith(PREFIX);
    }

    /** The order id in a client order id, or {@link #NOT_OURS}. */
    public long orderId(CharSequence clientOrderId) {
        return isOurs(clientOrderId) ? hex(clientOrderId, ORDER_OFFSET) : NOT_OURS;
    }

    /** The strategy in a client order id; 0, which stands for external, when it is not ours. */
    public int strategyId(CharSequence clientOrderId) {
        if (!isOurs(clientOrderId)) {
            return 0;
        }
        int strategy = 0;
        for (int i = STRATEGY_OFFSET; i < clientOrderId.length(); i++) {
            strategy = strategy * 10 + (clientOrderId.charAt(i) - '0');
        }
        return strategy;
    }

    private boolean isOurs(CharSequence id) {
        int strategyDigits = id.length() - STRATEGY_OFFSET;
        if (strategyDigits < 1 || strategyDigits > MOST_STRATEGY_DIGITS) {
            return false;
        }
        boolean separated = id.charAt(ORDER_OFFSET - 1) == '-' && id.charAt(STRATEGY_OFFSET - 1) == '-';
        return separated
                && startsWithPrefix(id)
                && areHex(id, PREFIX.length())
                && areHex(id, ORDER_OFFSET)
                && areDigits(id, STRATEGY_OFFSET)
                && hex(id, PREFIX.length()) == runId;
    }

    private static boolean startsWithPrefix(CharSequence id) {
        return id.charAt(0) == PREFIX.charAt(0) && id.charAt(1) == PREFIX.charAt(1) && id.charAt(2) == PREFIX.charAt(2);
    }

    private static boolean areHex(CharSequence id, int offset) {
        boolean all = true;
        for (int i = offset; i < offset + HEX_DIGITS; i++) {
            char c = id.charAt(i);
            all &= c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return all;
    }

    private static boolean areDigits(CharSequence id, int offset) {
        boolean all = true;
        for (int i = offset; i < id.length(); i++) {
            all &= id.charAt(i) >= '0' && id.charAt(i) <= '9';
        }
        return all;
    }

    private void appendHex(long value) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (value >>> shift) & 0xF, 16));
        }
    }

    private static long hex(CharSequence id, int offset) {
        long value = 0;
        for (int i = offset; i < offset + HEX_DIGITS; i++) {
            value = value << 4 | Character.digit(id.charAt(i), 16);
        }
        return value;
    }
}
