package io.lockstep.engine.testkit;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.OrderTicket;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * A strategy that does a bit of everything a strategy can do, sound and unsound, and decides by a number it steps on with each event: the same
 * events, the same decisions. Allocates nothing once it runs.
 */
public final class RandomTrader implements Strategy {
    private static final int REMEMBERED = 16;

    private final long[] orderIds = new long[REMEMBERED];
    private final int throwsAfter;
    private final boolean unsound;
    private IndicatorHandle mean = new IndicatorHandle(0, 1);
    private long state;
    private int placed;
    private int calls;

    /** A trader that starts from a seed, and does unsound things as well. */
    public RandomTrader(long seed) {
        this(seed, Integer.MAX_VALUE, true);
    }

    /**
     * A trader that starts from a seed.
     *
     * @param throwsAfter number of calls after which it fails
     * @param unsound whether it also asks for what the gate denies
     */
    public RandomTrader(long seed, int throwsAfter, boolean unsound) {
        this.state = seed;
        this.throwsAfter = throwsAfter;
        this.unsound = unsound;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        declaration.depth(0);
        declaration.bars(0, "1s");
        declaration.bars(1, "5s");
        mean = declaration.onBars(0, "1s", new Mean());
    }

    @Override
    public void onStart(StrategyContext context) {
        context.setTimer(1, context.timeNs() + 1_000_000_000L);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        act(context, instrumentId);
    }

    @Override
    public void onBook(StrategyContext context, int instrumentId) {
        if (context.book(instrumentId).bidLevels() > 3) {
            act(context, instrumentId);
        }
    }

    @Override
    public void onTrade(StrategyContext context, TradeDecoder trade) {
        step(trade.price());
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        if (context.isReady(mean) && bar.close() > context.value(mean) * FixedPoint.ONE) {
            context.signal(bar.instrumentId(), Side.BUY, context.value(mean), "above the mean");
        }
        act(context, bar.instrumentId());
    }

    @Override
    public void onTimer(StrategyContext context, long timerId) {
        context.setTimer(timerId, context.timeNs() + 700_000_000L);
        if (step(7) % 5 == 0) {
            context.cancelAll(0);
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        step(report.orderId());
        if (report.execType() == ExecType.FILL
                && context.position(report.instrumentId()).isLong()
                && step(3) % 3 == 0) {
            exit(context, report.instrumentId());
        }
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        step(denial.reason());
        context.suppress(denial.instrumentId(), "denied");
    }

    private void act(StrategyContext context, int instrumentId) {
        if (++calls > throwsAfter) {
            throw new IllegalStateException("call " + calls);
        }
        int choice = (int) (step(context.lastPrice(instrumentId)) % 12);
        switch (choice) {
            case 0, 1, 2 -> enter(context, instrumentId);
            case 3, 4 -> context.cancel(orderIds[(int) (step(1) % REMEMBERED)]);
            case 5 -> replace(context, instrumentId);
            case 6 -> exit(context, instrumentId);
            default -> context.suppress(instrumentId, "not now");
        }
    }

    private void enter(StrategyContext context, int instrumentId) {
        Instrument instrument = context.instrument(instrumentId);
        long reference = context.topOfBook(instrumentId).mid();
        if (reference == 0 || context.workingOrders(instrumentId) > 6 && !unsound) {
            return;
        }
        boolean buy = step(2) % 2 == 0;
        long away = instrument.floorToTick(reference / 1_000 + (unsound ? step(4) % (reference / 50) : 0));
        long price = instrument.floorToTick(reference) + (buy ? -away : away);
        long quantity = instrument.floorToLot(step(5) % FixedPoint.ONE + instrument.lotSize());
        OrderTicket ticket = context.order(instrumentId);
        ticket = buy ? ticket.buy(quantity) : ticket.sell(quantity);
        ticket = step(6) % 4 == 0 ? ticket.market() : ticket.limit(price);
        orderIds[placed++ % REMEMBERED] = ticket.submit("enter");
    }

    private void exit(StrategyContext context, int instrumentId) {
        long held = context.position(instrumentId).quantity();
        if (held > 0) {
            context.order(instrumentId).sell(held).market().reduceOnly().submit("exit");
        } else if (held < 0) {
            context.order(instrumentId).buy(-held).market().reduceOnly().submit("exit");
        }
    }

    private void replace(StrategyContext context, int instrumentId) {
        Instrument instrument = context.instrument(instrumentId);
        long price = instrument.floorToTick(context.topOfBook(instrumentId).mid());
        if (price > 0) {
            long quantity = instrument.floorToLot(step(8) % FixedPoint.ONE + instrument.lotSize());
            orderIds[placed++ % REMEMBERED] = context.replace(orderIds[(int) (step(9) % REMEMBERED)], price, quantity);
        }
    }

    private long step(long with) {
        state = (state ^ with) * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        return (state ^ state >>> 29) >>> 1;
    }

    /** Mean of all closes. */
    private static final class Mean implements BarIndicator {
        private double sum;
        private int count;

        @Override
        public void onBar(Bar bar) {
            sum += FixedPoint.toDouble(bar.close());
            count++;
        }

        @Override
        public int outputCount() {
            return 1;
        }

        @Override
        public double output(int output) {
            return count < 3 ? Double.NaN : sum / count;
        }
    }
}
