package io.lockstep.simulator.order;

/**
 * Filters beyond those an instrument carries. Each is off at 0.
 *
 * @param marketMaxQuantity largest market order, base currency, E8
 * @param maxNotional largest order value, quote currency, E8
 * @param buyUp highest buy price as a multiple of the reference price, E8
 * @param buyDown lowest buy price as a multiple of the reference price, E8
 * @param sellUp highest sell price as a multiple of the reference price, E8
 * @param sellDown lowest sell price as a multiple of the reference price, E8
 * @param maxOpenOrders most open orders of one account on the instrument
 * @param reduceOnlySkipsMinNotional whether reduce-only orders may be below the min notional
 */
public record TradingRules(
        long marketMaxQuantity,
        long maxNotional,
        long buyUp,
        long buyDown,
        long sellUp,
        long sellDown,
        int maxOpenOrders,
        boolean reduceOnlySkipsMinNotional) {

    /** Only the filters of the instrument itself. */
    public static final TradingRules NONE = new TradingRules(0, 0, 0, 0, 0, 0, 0, true);
}
