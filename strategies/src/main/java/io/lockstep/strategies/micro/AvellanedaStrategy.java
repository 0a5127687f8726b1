package io.lockstep.strategies.micro;

import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;

/**
 * Market maker after Avellaneda and Stoikov on its first instrument: a post-only bid and ask around the reservation price, never crossing
 * the book. Pulls both on stale data, a halt, or volatility far above its hourly mean. Each fill journals reservation price, half spread
 * and inventory.
 */
final class AvellanedaStrategy implements Strategy {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final AvellanedaSettings settings;
    private final MidVolatility volatility;
    private final MidVolatility hourly = new MidVolatility(HOUR_NS);
    private final ArrivalDecay decay;
    private ReservationQuotes quotes = new ReservationQuotes(0, 1, 1);
    private QuoteSide bid = new QuoteSide(0, 1, 0);
    private QuoteSide ask = new QuoteSide(0, -1, 0);
    private int instrumentId;
    private boolean halted;

    AvellanedaStrategy(AvellanedaSettings settings) {
        this.settings = settings;
        volatility = new MidVolatility(settings.halfLifeNs());
        decay = new ArrivalDecay(settings.k(), settings.kLeast(), settings.kMost());
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        instrumentId = declaration.instruments().get(0);
        long tickSize = declaration.instrument(instrumentId).tickSize();
        quotes = new ReservationQuotes(settings.gamma(), settings.tauSeconds(), tickSize);
        bid = new QuoteSide(instrumentId, 1, settings.minIntervalNs());
        ask = new QuoteSide(instrumentId, -1, settings.minIntervalNs());
    }

    @Override
    public void onTopOfBook(StrategyContext context, int id) {
        TopOfBook top = context.topOfBook(instrumentId);
        if (top.isTwoSided()) {
            double mid = middle(top);
            volatility.onMid(context.timeNs(), mid);
            hourly.onMid(context.timeNs(), mid);
        }
        quote(context);
    }

    @Override
    public void onTrade(StrategyContext context, TradeDecoder trade) {
        TopOfBook top = context.topOfBook(instrumentId);
        if (top.isTwoSided()) {
            double distance = Math.abs(FixedPoint.toDouble(trade.price()) - middle(top));
            decay.onTrade(context.timeNs(), distance);
        }
    }

    @Override
    public void onTradingStatus(StrategyContext context, TradingStatusDecoder status) {
        halted = status.status() != TradingStatusKind.TRADING;
        quote(context);
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        bid.onExecution(report);
        ask.onExecution(report);
        if (report.execType() == ExecType.FILL) {
            context.signal(instrumentId, report.side(), quotes.reservation(), "fill-reservation");
            context.signal(instrumentId, report.side(), quotes.halfSpread(), "fill-half-spread");
            context.signal(instrumentId, report.side(), inventory(context), "fill-inventory");
        }
        quote(context);
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        bid.onDenied(denial);
        ask.onDenied(denial);
    }

    private void quote(StrategyContext context) {
        if (!mayQuote(context)) {
            bid.pull(context);
            ask.pull(context);
            return;
        }
        TopOfBook top = context.topOfBook(instrumentId);
        long tickSize = context.instrument(instrumentId).tickSize();
        double inventory = inventory(context);
        quotes.update(middle(top), inventory, volatility.value(), decay.value());
        quoteSide(context, bid, inventory < settings.maxLots(), Math.min(quotes.bid(), top.askPrice() - tickSize));
        quoteSide(context, ask, inventory > -settings.maxLots(), Math.max(quotes.ask(), top.bidPrice() + tickSize));
    }

    private void quoteSide(StrategyContext context, QuoteSide side, boolean wanted, long price) {
        if (wanted && price > 0) {
            side.quote(context, price, settings.lot());
        } else {
            side.pull(context);
        }
    }

    private boolean mayQuote(StrategyContext context) {
        double sigma = volatility.value();
        boolean calm = sigma <= settings.calmFactor() * hourly.value();
        boolean priced = context.topOfBook(instrumentId).isTwoSided() && !context.isStale(instrumentId);
        return calm && priced && !halted;
    }

    private double inventory(StrategyContext context) {
        return context.position(instrumentId).quantity() / (double) settings.lot();
    }

    /** The exact middle, which may lie between two ticks. */
    private static double middle(TopOfBook top) {
        return FixedPoint.toDouble(top.bidPrice() + top.askPrice()) / 2;
    }
}
