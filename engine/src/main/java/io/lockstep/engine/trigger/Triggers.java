package io.lockstep.engine.trigger;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.CriticalAlerts;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;
import java.util.function.LongToIntFunction;

/**
 * All automatic triggers, and the turn of the session.
 *
 * <pre>
 *   DAILY_LOSS         all accounts lost maxDailyLoss since the session began             engine     KILL
 *   DAILY_LOSS_SOFT    ... its soft share                                                 engine     REDUCE
 *   MAX_DRAWDOWN       equity fell maxDrawdownPercent below its peak                      engine     KILL
 *   DRAWDOWN_STAGE     30, 35, 40, 50 percent below it                                    (limits shrink)
 *   STRATEGY_LOSS      a strategy lost its own maxDailyLoss                               strategy   HALT
 *   API_ERRORS         requests failed in a row                                           venue      HALT
 *   CONCENTRATION      one position outweighs its share of equity                         instrument REDUCE
 *   STALE_DATA         a held instrument fell silent in its session                       instrument REDUCE
 *   TRADE_COUNT        as many orders traded in the session as may                        engine     REDUCE
 *   REJECT_STORM       refusals within a minute                                           strategy, venue HALT
 *   UNKNOWN_STORM      lost answers within a minute                                       venue      HALT
 *   VOLATILITY_PAUSE   the price ran within its window                                    instrument REDUCE
 *   ALERT_UNDELIVERED  a critical alert reached nobody in time                            engine     HALT
 * </pre>
 *
 * The seventh of the classic seven, manual, is the operator's command.
 */
public final class Triggers implements CarriedPart {
    private static final String SERIES = "SESSION";
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000;

    private final TriggerSettings settings;
    private final Market market;
    private final Ladder ladder;
    private final DecisionWriter writer;
    private final CriticalAlerts critical;
    private final LongToIntFunction sessionOf;
    private final LossTrigger loss;
    private final StrategyLossTrigger strategyLoss;
    private final StormTrigger storms;
    private final VolatilityTrigger moves;
    private final MarketTrigger markets;
    private long second = Long.MIN_VALUE;
    private long minute = Long.MIN_VALUE;
    private int session;
    private boolean sessionKnown;
    private int trades;

    /** Triggers of one risk handler. */
    public Triggers(RiskSetup setup, int instruments, Market market, GateState state, Ladder ladder) {
        this.settings = setup.settings().triggers();
        this.market = market;
        this.ladder = ladder;
        writer = ladder.writer();
        critical = writer.critical();
        sessionOf = setup.sessionOf();
        loss = new LossTrigger(setup, state, ladder);
        strategyLoss = new StrategyLossTrigger(setup.settings(), setup.strategies(), state.exposure(), ladder);
        storms = new StormTrigger(settings, setup.strategies().size(), ladder);
        moves = new VolatilityTrigger(settings, instruments, ladder);
        markets = new MarketTrigger(setup, instruments, market, state.exposure(), ladder);
    }

    /** Time went on: sessions turn, held instruments fall silent, alerts wait for their delivery. */
    public void onTime(long nowNs) {
        if (nowNs / SECOND_NS == second) {
            return;
        }
        second = nowNs / SECOND_NS;
        markets.checkSilence(nowNs);
        checkAlerts(nowNs);
        if (nowNs / MINUTE_NS != minute) {
            minute = nowNs / MINUTE_NS;
            turnSession(sessionOf.applyAsInt(nowNs));
        }
    }

    /** The market of an instrument moved. */
    public void priced(int instrumentId, long nowNs) {
        moves.priced(instrumentId, market.view(instrumentId), nowNs);
        markets.checkConcentration(instrumentId);
        valued();
    }

    /** The market of an instrument moved while an epoch was being opened: noted, and nothing more. */
    public void observed(int instrumentId, long nowNs) {
        moves.observed(instrumentId, market.view(instrumentId), nowNs);
    }

    /** Something was booked, so that accounts are worth something else. */
    public void valued() {
        loss.evaluate();
        strategyLoss.evaluate();
    }

    /** Money was paid in, or out where negative; dollars, E8. */
    public void transferred(long amount) {
        loss.transferred(amount);
    }

    /** An order traded for the first time. */
    public void traded() {
        trades++;
        int most = settings.maxTradesPerDay();
        if (most > 0 && trades >= most) {
            ladder.lower(ScopeKind.ENGINE, 0, TradingState.REDUCE, "TRADE_COUNT", Unit.COUNT, most, trades);
        }
    }

    /** A venue refused an order. */
    public void rejected(int strategyId, Venue venue, long nowNs) {
        storms.rejected(strategyId, venue, nowNs);
    }

    /** An answer of a venue was lost. */
    public void unknown(Venue venue, long nowNs) {
        storms.unknown(venue, nowNs);
    }

    /** A request to a venue failed. */
    public void failed(Venue venue) {
        storms.failed(venue);
    }

    /** A venue answered. */
    public void answered(Venue venue) {
        storms.answered(venue);
    }

    /** An operator starts the engine over. */
    public void reset() {
        loss.reset();
    }

    @Override
    public void carryTo(CarryWriter carry) {
        if (sessionKnown) {
            carry.series(ScopeKind.ENGINE, 0, SERIES, session, trades);
        }
        loss.carryTo(carry);
        strategyLoss.carryTo(carry);
        storms.carryTo(carry);
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(SERIES)) {
            long[] values = series.values();
            session = (int) values[0];
            sessionKnown = true;
            trades = (int) values[1];
        }
        loss.carried(series);
        strategyLoss.carried(series);
        storms.carried(series);
    }

    /** A number that differs when later triggers would. */
    public long hash() {
        long hash = loss.hash() * 1_000_003 + strategyLoss.hash();
        return (hash * 1_000_003 + storms.hash()) * 31 + trades;
    }

    private void checkAlerts(long nowNs) {
        long mostMs = settings.alertAckMs();
        long waitedMs = (nowNs - critical.oldestNs()) / NS_PER_MS;
        if (mostMs > 0 && critical.count() > 0 && waitedMs > mostMs) {
            ladder.lower(
                    ScopeKind.ENGINE, 0, TradingState.HALT, "ALERT_UNDELIVERED", Unit.MILLISECONDS, mostMs, waitedMs);
        }
    }

    private void turnSession(int now) {
        if (sessionKnown && now != session) {
            writer.alert(
                    Severity.INFO,
                    ScopeKind.ENGINE,
                    0,
                    "SESSION_ROLL",
                    "session " + session + " ended: profit=" + FixedPoint.format(-loss.loss()) + ", trades=" + trades);
            loss.roll();
            strategyLoss.roll();
            trades = 0;
        }
        session = now;
        sessionKnown = true;
    }
}
