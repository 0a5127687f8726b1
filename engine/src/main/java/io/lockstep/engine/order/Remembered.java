package io.lockstep.engine.order;

/**
 * How much of what is over an engine keeps, so that what comes late is still known. All of it is allocated when the engine is built. It is no
 * setting: every engine that trades has the defaults, small ones are for simulations that build engines by the thousand.
 *
 * @param closedOrders closed orders that stay findable, positive
 * @param fills fills that are known when they come again, at least 4
 * @param owners orders whose strategy is known, positive
 */
public record Remembered(int closedOrders, int fills, int owners) {
    private static final int FILLS_PER_ORDER = 4;
    private static final int OWNERS_PER_ORDER = 2;
    private static final int PART = 4;

    /** What an engine that trades remembers where nothing else is set. */
    public static final Remembered DEFAULT = ofOrders(16_384);

    /** Checks the ranges. */
    public Remembered {
        if (closedOrders < 1 || fills < PART || owners < 1) {
            throw new IllegalArgumentException(
                    "nothing is remembered: closedOrders=" + closedOrders + ", fills=" + fills + ", owners=" + owners);
        }
    }

    /**
     * What fits a number of orders.
     *
     * @param orders closed orders that stay findable, positive
     */
    public static Remembered ofOrders(int orders) {
        return new Remembered(orders, FILLS_PER_ORDER * orders, OWNERS_PER_ORDER * orders);
    }

    /** Movements of cash, and fills of strategies, that are known when they come again: a quarter of the account's fills. */
    public int part() {
        return fills / PART;
    }
}
