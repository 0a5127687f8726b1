package io.lockstep.strategies.trade;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.strategy.StrategyContext;
import java.math.RoundingMode;

/** One instrument of a {@link SignalStrategy}: its model, its position, and the gates between the two. */
final class InstrumentTrader {
    private final int instrumentId;
    private final String reason;
    private final SignalModel model;
    private final SignalSettings settings;
    private final Allotment allotment;
    private final SizeFraction size;
    private final PositionManager position;

    InstrumentTrader(
            int instrumentId,
            String reason,
            SignalModel model,
            SignalSettings settings,
            Allotment allotment,
            SizeFraction size) {
        this.instrumentId = instrumentId;
        this.reason = reason;
        this.model = model;
        this.settings = settings;
        this.allotment = allotment;
        this.size = size;
        position = new PositionManager(instrumentId, settings.exits(), settings.cooldownNs(), size::onClosed);
    }

    int instrumentId() {
        return instrumentId;
    }

    PositionManager position() {
        return position;
    }

    void onBar(StrategyContext context, Bar bar, DayLossLimit dayLoss) {
        if (bar.timeframeSeconds() != model.timeframe().seconds()) {
            return;
        }
        model.onBar(context, bar);
        long range = Double.isNaN(model.range()) ? 0 : Math.round(model.range() * FixedPoint.ONE);
        position.onBar(context, bar, range);
        int held = position.levels().sign();
        if (held != 0 && model.wantsExit(held)) {
            position.exit(context, ExitReason.SIGNAL);
        }
        if (model.direction() != 0) {
            onSignal(context, bar.close(), range, dayLoss);
        }
    }

    private void onSignal(StrategyContext context, long price, long range, DayLossLimit dayLoss) {
        context.signal(instrumentId, model.direction() > 0 ? Side.BUY : Side.SELL, model.score(), reason);
        String block = position.entryBlock(context);
        if (block.isEmpty()) {
            block = capitalBlock(context, dayLoss);
        }
        if (block.isEmpty()) {
            block = enter(context, price, range);
        }
        if (!block.isEmpty()) {
            context.suppress(instrumentId, block);
        }
    }

    private String capitalBlock(StrategyContext context, DayLossLimit dayLoss) {
        if (dayLoss.isSuspended(context.timeNs())) {
            return "suspended";
        }
        return allotment.openPositions(context) >= settings.maxPositions() ? "max-positions" : "";
    }

    private String enter(StrategyContext context, long price, long range) {
        long equity = allotment.equity(context);
        long notional = equity <= 0 ? 0 : FixedPoint.multiply(equity, size.next(), RoundingMode.DOWN);
        long limit = equity <= 0 ? 0 : FixedPoint.multiply(equity, settings.maxUse(), RoundingMode.DOWN);
        if (Math.addExact(allotment.notionalInUse(context), notional) > limit) {
            return "capital-in-use";
        }
        long quantity = Allotment.quantityFor(context.instrument(instrumentId), notional, price);
        if (quantity == 0 || range == 0) {
            return "size-too-small";
        }
        position.enter(context, model.direction(), quantity, range, reason);
        return "";
    }
}
