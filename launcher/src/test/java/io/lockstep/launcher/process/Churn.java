package io.lockstep.launcher.process;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;

/**
 * Orders all the time: at every quote it buys at the market, rests a bid at the market or below it, sells what it holds or cancels what rests, in turn. So at any moment
 * something is open, in flight or just filled.
 */
final class Churn implements Strategy {
    private static final long VALUE = 200 * FixedPoint.ONE;
    private static final int TURNS = 5;

    private int instrument;
    private long quotes;

    /** Makes one; found on the class path of tests as the type {@code churn}. */
    public static final class Factory implements StrategyFactory {
        @Override
        public String type() {
            return "churn";
        }

        @Override
        public String description() {
            return "orders all the time, for tests";
        }

        @Override
        public Strategy create(StrategyParameters parameters) {
            return new Churn();
        }
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrument = declaration.instruments().get(0);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        switch ((int) (quotes++ % TURNS)) {
            case 0 ->
                context.order(instrument)
                        .buy(FixedPoint.ONE)
                        .notional(VALUE)
                        .market()
                        .submit("enter");
            case 1 -> rest(context, context.topOfBook(instrument).bidPrice());
            case 2 -> rest(context, context.topOfBook(instrument).bidPrice() / 100 * 97);
            case 3 -> leave(context);
            default -> thinOut(context);
        }
    }

    private void rest(StrategyContext context, long price) {
        context.order(instrument)
                .buy(FixedPoint.ONE)
                .notional(VALUE)
                .limit(context.instrument(instrument).floorToTick(price))
                .submit("rest");
    }

    private void leave(StrategyContext context) {
        Instrument traded = context.instrument(instrument);
        long held = traded.floorToLot(context.position(instrument).quantity());
        if (held > 0 && traded.notional(context.topOfBook(instrument).bidPrice(), held) > VALUE / 2) {
            context.order(instrument).sell(held).market().submit("leave");
        }
    }

    private void thinOut(StrategyContext context) {
        if (context.workingOrders(instrument) > TURNS) {
            context.cancelAll(instrument);
        }
    }
}
