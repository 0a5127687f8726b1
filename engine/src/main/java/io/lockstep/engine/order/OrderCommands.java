package io.lockstep.engine.order;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandEncoder;

/** What every order command has in common. */
public final class OrderCommands {
    private OrderCommands() {}

    /** Leaves everything optional out: prices, legs, trails, expiry and flags. */
    public static OrderCommandEncoder blankOptional(OrderCommandEncoder command) {
        command.price(FixedPoint.NULL)
                .stopPrice(FixedPoint.NULL)
                .displayQuantity(FixedPoint.NULL)
                .referencePrice(FixedPoint.NULL)
                .expireTimeNs(FixedPoint.NULL)
                .notional(FixedPoint.NULL)
                .trailOffset(FixedPoint.NULL)
                .trailRate(FixedPoint.NULL)
                .takeProfitPrice(FixedPoint.NULL)
                .stopLossPrice(FixedPoint.NULL)
                .stopLossLimitPrice(FixedPoint.NULL)
                .orderClass(OrderClass.SIMPLE)
                .flags()
                .clear();
        return command;
    }
}
