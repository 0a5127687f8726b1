package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import java.util.Map;

/**
 * Buys, sells part of it, buys again, then leaves an order resting below the market. One step at a time: the next begins when the order of the
 * last has ended; a step that was denied is tried again with the next quote.
 */
final class RoundTrip implements Strategy {
    /** Steps a strategy has taken when its last order rests. */
    static final int STEPS = 4;

    private static final long LARGE = 4_000 * FixedPoint.ONE;
    private static final long SMALL = 1_000 * FixedPoint.ONE;

    private final Map<Integer, Progress> progress;
    private int instrument;
    private int step;
    private boolean waiting;
    private long orderId;

    /**
     * How far a strategy is.
     *
     * @param steps steps whose orders ended; the last one's rests
     * @param position what its fills add up to, base currency, E8
     */
    record Progress(int steps, long position) {}

    /** @param progress told after every report, by instrument; safe for other threads */
    RoundTrip(Map<Integer, Progress> progress) {
        this.progress = progress;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrument = declaration.instruments().get(0);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        if (!waiting && step < STEPS) {
            waiting = true;
            send(context);
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        boolean filled = report.execType() == ExecType.FILL && report.leavesQty() == 0;
        boolean rests = report.execType() == ExecType.ACCEPTED && step == STEPS - 1;
        // an answer to an order that is through may come late, on a connection of its own
        if (report.orderId() == orderId && waiting && (filled || rests)) {
            step++;
            waiting = false;
        }
        progress.put(instrument, new Progress(step, context.position(instrument).quantity()));
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        waiting = false;
    }

    private void send(StrategyContext context) {
        OrderTicket ticket = context.order(instrument);
        orderId = switch (step) {
            case 0 -> ticket.buy(FixedPoint.ONE).notional(LARGE).market().submit("enter");
            case 1 -> ticket.sell(FixedPoint.ONE).notional(SMALL).market().submit("reduce");
            case 2 -> ticket.buy(FixedPoint.ONE).notional(SMALL).market().submit("add");
            default ->
                ticket.buy(FixedPoint.ONE)
                        .notional(SMALL)
                        .limit(belowTheMarket(context))
                        .submit("rest");
        };
    }

    private long belowTheMarket(StrategyContext context) {
        Instrument traded = context.instrument(instrument);
        return traded.floorToTick(context.topOfBook(instrument).bidPrice() / 100 * 97);
    }
}
