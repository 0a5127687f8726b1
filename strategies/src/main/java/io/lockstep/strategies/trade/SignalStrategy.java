package io.lockstep.strategies.trade;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A strategy that enters on a signal at the close of a bar and leaves by stop, target, trailing stop, partial exits, time or signal.
 * The model says when; position and capital are looked after here, each instrument on its own within one allotment.
 *
 * <p>Every signal is journaled; one that does not become an order is counted with its reason.
 */
public final class SignalStrategy implements Strategy {
    private final String reason;
    private final SignalSettings settings;
    private final Supplier<SignalModel> models;
    private final SizeFraction size;
    private final DayLossLimit dayLoss;
    private Allotment allotment;
    private InstrumentTrader[] traders = {};

    /**
     * Makes one.
     *
     * @param reason code of its signals and entries, up to 32 ASCII characters
     * @param models makes a model for each instrument
     */
    public SignalStrategy(String reason, SignalSettings settings, Supplier<SignalModel> models, SizeFraction size) {
        this.reason = reason;
        this.settings = settings;
        this.models = models;
        this.size = size;
        dayLoss = new DayLossLimit(settings.dayLoss(), settings.suspendNs());
        allotment = new Allotment(settings.capital(), List.of());
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        allotment = new Allotment(settings.capital(), declaration.instruments());
        traders = declaration.instruments().stream()
                .map(id -> trader(declaration, id))
                .toArray(InstrumentTrader[]::new);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        position(instrumentId).onTopOfBook(context);
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        dayLoss.onEquity(context.timeNs(), allotment.equity(context));
        trader(bar.instrumentId()).onBar(context, bar, dayLoss);
    }

    @Override
    public void onTradingStatus(StrategyContext context, TradingStatusDecoder status) {
        position(status.instrumentId()).onTrading(context, status.status() == TradingStatusKind.TRADING);
    }

    @Override
    public void onTimer(StrategyContext context, long timerId) {
        position((int) timerId).onTimer(context);
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        position(report.instrumentId()).onExecution(context, report);
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        position(denial.instrumentId()).onDenied(context, denial);
    }

    private PositionManager position(int instrumentId) {
        return trader(instrumentId).position();
    }

    private InstrumentTrader trader(int instrumentId) {
        for (InstrumentTrader trader : traders) {
            if (trader.instrumentId() == instrumentId) {
                return trader;
            }
        }
        throw new IllegalArgumentException("not an instrument of this strategy: instrumentId=" + instrumentId);
    }

    private InstrumentTrader trader(StrategyDeclaration declaration, int instrumentId) {
        SignalModel model = models.get();
        model.declare(declaration, instrumentId);
        return new InstrumentTrader(instrumentId, reason, model, settings, allotment, size);
    }
}
