package io.lockstep.launcher.scenarios;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the steps of a scenario, the next with a quote after the last has ended. What was denied is tried again; a step that hears nothing for too long
 * is left to the engine, whose business it is.
 */
final class ScenarioTrader implements StrategyFactory, Strategy {
    static final String TYPE = "scenario";

    private static final long NOTIONAL = 1_000 * FixedPoint.ONE;
    private static final long SPARE = 50 * FixedPoint.ONE;
    private static final long LOST_NS = 1_500_000_000L;
    private static final int REST_PERCENT = 97;
    private static final int MOVED_PERCENT = 96;

    private final List<ScenarioStep> steps;
    private int instrument;
    private boolean waiting;
    private boolean moved;
    private boolean cancelling;
    private long orderId;
    private long movedId;
    private long sentNs;
    private final List<Long> left = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile long position;

    ScenarioTrader(List<ScenarioStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Steps that ended; any thread. */
    int taken() {
        return taken.get();
    }

    /** Whether all steps ended; any thread. */
    boolean isDone() {
        return taken.get() == steps.size();
    }

    /** What the engine says it holds, base currency, E8; any thread. */
    long position() {
        return position;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String description() {
        return "trades a scenario";
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
        if (waiting && context.timeNs() - sentNs > LOST_NS) {
            left.add(orderId);
            end();
        }
        if (!waiting && !isDone()) {
            begin(context);
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        position = context.position(instrument).quantity();
        // a venue may tell of the move under the id the order had before
        boolean movedNow = report.orderId() == movedId && report.execType() == ExecType.REPLACED;
        if (waiting && (report.orderId() == orderId || movedNow)) {
            advance(context, report.execType(), report.leavesQty());
        }
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        if (denial.orderId() != orderId) {
            cancelling = false;
        } else if (moved) {
            stay(context);
        } else {
            waiting = false;
            // what was left behind may be in the way
            left.forEach(context::cancel);
        }
    }

    private void begin(StrategyContext context) {
        waiting = true;
        moved = false;
        cancelling = false;
        sentNs = context.timeNs();
        orderId = switch (steps.get(taken.get())) {
            case BUY -> buy(context);
            case REDUCE -> canReduce(context) ? sell(context) : buy(context);
            case CANCEL, REPLACE ->
                context.order(instrument)
                        .buy(FixedPoint.ONE)
                        .notional(NOTIONAL)
                        .limit(below(context, REST_PERCENT))
                        .submit("rest");
        };
    }

    /** With something to spare: fees are kept from what was bought. */
    private boolean canReduce(StrategyContext context) {
        long bid = context.topOfBook(instrument).bidPrice();
        return FixedPoint.multiply(position, bid, RoundingMode.DOWN) > NOTIONAL / 2 + SPARE;
    }

    private long buy(StrategyContext context) {
        return context.order(instrument)
                .buy(FixedPoint.ONE)
                .notional(NOTIONAL)
                .market()
                .submit("buy");
    }

    private long sell(StrategyContext context) {
        return context.order(instrument)
                .sell(FixedPoint.ONE)
                .notional(NOTIONAL / 2)
                .market()
                .submit("reduce");
    }

    private void advance(StrategyContext context, ExecType type, long leaves) {
        switch (type) {
            case ACCEPTED, REPLACED -> onResting(context);
            case FILL -> endIf(leaves == 0);
            case CANCELED, EXPIRED, REJECTED, PRESUMED_ABSENT -> end();
            case CANCEL_REJECTED -> cancelling = false;
            case REPLACE_REJECTED -> stay(context);
            default -> {}
        }
    }

    private void onResting(StrategyContext context) {
        ScenarioStep step = steps.get(taken.get());
        long price = below(context, MOVED_PERCENT);
        // where the book was lost there is nowhere to move it to
        if (step == ScenarioStep.REPLACE && !moved && price > 0) {
            moved = true;
            Instrument traded = context.instrument(instrument);
            movedId = orderId;
            orderId = context.replace(
                    orderId, price, traded.floorToLot(FixedPoint.divide(NOTIONAL, price, RoundingMode.DOWN)));
        } else if ((step == ScenarioStep.CANCEL || step == ScenarioStep.REPLACE) && !cancelling) {
            cancelling = true;
            context.cancel(orderId);
        }
    }

    /** It was not moved: it is canceled where it is. */
    private void stay(StrategyContext context) {
        orderId = movedId;
        cancelling = true;
        context.cancel(orderId);
    }

    private void endIf(boolean over) {
        if (over) {
            end();
        }
    }

    private void end() {
        waiting = false;
        taken.incrementAndGet();
    }

    private long below(StrategyContext context, int percent) {
        long bid = context.topOfBook(instrument).bidPrice();
        return context.instrument(instrument).floorToTick(bid / 100 * percent);
    }
}
