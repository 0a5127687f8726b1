package io.lockstep.engine.order;

/**
 * Order ids as pure functions of the input that caused them: sequence and position among the orders of that event. Sequences never
 * come again in a journal, so ids are never reused, also across restarts.
 *
 * <pre>
 *   63                                8 7          0
 *   +----------------------------------+------------+
 *   |          input sequence          |   index    |
 *   +----------------------------------+------------+
 * </pre>
 *
 * <p>Strategies' orders take the lower half of an event's indexes from its bottom, cancel sweeps the upper half from its top.
 */
public final class OrderIds {
    /** Most ids one event can give. */
    public static final int PER_EVENT = 256;

    /** Most ids the strategies of one event can take. */
    public static final int PER_STRATEGIES = PER_EVENT / 2;

    /** Most ids a cancel sweep can take in one event. */
    public static final int PER_SWEEP = PER_EVENT / 2;

    private OrderIds() {}

    /** The id of the order at a position among those of one event. */
    public static long of(long sequence, int index) {
        if (index < 0 || index >= PER_EVENT) {
            throw new IllegalArgumentException("too many orders of one event: index=" + index + ", most=" + PER_EVENT);
        }
        return sequence << 8 | index;
    }

    /** Sequence of the input that caused an order. */
    public static long sequence(long orderId) {
        return orderId >>> 8;
    }
}
