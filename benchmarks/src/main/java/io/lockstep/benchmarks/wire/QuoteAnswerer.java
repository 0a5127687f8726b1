package io.lockstep.benchmarks.wire;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Answers each quote with one order that cannot trade: below the market, and gone if it does not fill at once. */
final class QuoteAnswerer implements StrategyFactory, Strategy {
    static final String TYPE = "quote-answerer";

    private static final long NOTIONAL = 100 * FixedPoint.ONE;
    private static final int BELOW_PERCENT = 97;
    private static final int PRICES = 64;

    private volatile boolean answering;
    private final Map<String, Long> denied = new ConcurrentSkipListMap<>();
    private int instrument;
    private int sent;

    /** From now on quotes are answered, or no longer; any thread. */
    void answer(boolean now) {
        answering = now;
    }

    /** Orders the risk gate kept back, by reason; any thread. */
    Map<String, Long> denied() {
        return denied;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String description() {
        return "answers each quote with an order";
    }

    @Override
    public Strategy create(StrategyParameters parameters) {
        return this;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrument = declaration.instruments().get(0);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        if (answering) {
            Instrument traded = context.instrument(instrument);
            long below = context.topOfBook(instrument).bidPrice() / 100 * BELOW_PERCENT;
            // no two orders in a row are equal
            long price = traded.floorToTick(below) - sent++ % PRICES * traded.tickSize();
            context.order(instrument)
                    .buy(FixedPoint.ONE)
                    .notional(NOTIONAL)
                    .limit(price)
                    .timeInForce(TimeInForce.IOC)
                    .submit("answer");
        }
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        denied.merge(DenyReason.of(denial.reason()).name(), 1L, Long::sum);
    }
}
