package io.lockstep.strategies.micro;

import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * Scalper on the imbalance of the book, of trades and of order flow, on its first instrument. Joins the best price of its side with a
 * post-only order while the signal lasts, takes a few ticks with a resting order, and leaves at the market on its stop, after a while, or
 * when the signal turns.
 *
 * <p>A latency exhibit rather than a source of profit: fees make it lose on most venues, and its break-even gate then shuts it.
 */
final class ObiScalperStrategy implements Strategy {
    private final ObiSettings settings;
    private final ObiSignal signal = new ObiSignal();
    private final PersistentSignal persistence;
    private final ScalpLimits limits;
    private ScalpPosition scalp;
    private int instrumentId;
    private double value = Double.NaN;
    private boolean halted;

    ObiScalperStrategy(ObiSettings settings) {
        this.settings = settings;
        persistence = new PersistentSignal(settings.enter(), settings.updates(), settings.lastsNs());
        limits = new ScalpLimits(settings);
        scalp = new ScalpPosition(0, settings, limits);
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrumentId = declaration.instruments().get(0);
        declaration.depth(instrumentId);
        signal.declare(declaration, instrumentId);
        scalp = new ScalpPosition(instrumentId, settings, limits);
    }

    @Override
    public void onBook(StrategyContext context, int id) {
        value = signal.value(context);
        persistence.onValue(context.timeNs(), value);
        act(context);
        int direction = persistence.direction(context.timeNs());
        boolean wanted = direction > 0 || (direction < 0 && settings.allowShort());
        if (wanted && scalp.isIdle(context)) {
            onSignal(context, direction);
        }
    }

    @Override
    public void onTimer(StrategyContext context, long timerId) {
        act(context);
    }

    @Override
    public void onTradingStatus(StrategyContext context, TradingStatusDecoder status) {
        halted = status.status() != TradingStatusKind.TRADING;
        act(context);
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        scalp.onExecution(context, report);
        act(context);
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        scalp.onDenied(context, denial);
    }

    private void act(StrategyContext context) {
        if (!halted) {
            scalp.act(context, value);
        }
    }

    /** One order or one counted reason for each signal; it must last anew before it speaks again. */
    private void onSignal(StrategyContext context, int direction) {
        context.signal(instrumentId, direction > 0 ? Side.BUY : Side.SELL, value, "obi");
        String block = block(context, direction);
        if (block.isEmpty()) {
            scalp.enter(context, direction);
        } else {
            context.suppress(instrumentId, block);
        }
        persistence.reset();
    }

    private String block(StrategyContext context, int direction) {
        TopOfBook top = context.topOfBook(instrumentId);
        Instrument instrument = context.instrument(instrumentId);
        if (halted) {
            return "halted";
        }
        if (context.isStale(instrumentId) || context.timeNs() - top.timeNs() >= settings.quoteAgeNs()) {
            return "stale-data";
        }
        long widest = settings.spreadTicks() * instrument.tickSize();
        if (!top.isTwoSided() || top.askPrice() - top.bidPrice() > widest) {
            return "wide-spread";
        }
        if (!(direction * signal.edgeTicks(context, instrument.tickSize()) >= settings.edgeTicks())) {
            return "thin-edge";
        }
        return scalp.quantity(context, direction) == 0 ? "size-too-small" : limits.block(context.timeNs());
    }
}
