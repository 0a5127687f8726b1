package io.lockstep.simulator.binance.trade;

import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.order.SelfTradePrevention;

/** Parameters of an order that both products read alike. */
public final class CommonParams {
    private CommonParams() {}

    /**
     * The side.
     *
     * @throws ApiError -1117 if it is neither
     */
    public static Side side(Params params) {
        String side = params.text("side");
        if (!side.equals("BUY") && !side.equals("SELL")) {
            throw ApiError.bad(-1117, "Invalid side.");
        }
        return Side.valueOf(side);
    }

    /**
     * What a word says about orders of one account that meet.
     *
     * @throws ApiError -1145 if it says nothing
     */
    public static SelfTradePrevention prevention(String mode) {
        try {
            return SelfTradePrevention.valueOf(mode);
        } catch (IllegalArgumentException e) {
            throw ApiError.bad(-1145, "Unsupported selfTradePreventionMode: " + mode + ".");
        }
    }
}
