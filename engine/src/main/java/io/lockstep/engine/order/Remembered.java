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
    /** What an engine that trades remembers. */
    public static final Remembered DEFAULT = new Remembered(16_384, 65_536, 32_768);

    private static final int PART = 4;

    /** Checks the ranges. */
    public Remembered {
        if (closedOrders < 1 || fills < PART || owners < 1) {
            throw new IllegalArgumentException(
                    "nothing is remembered: closedOrders=" + closedOrders + ", fills=" + fills + ", owners=" + owners);
        }
    }

    /** Movements of cash, and fills of strategies, that are known when they come again: a quarter of the account's fills. */
    public int part() {
        return fills / PART;
    }
}
