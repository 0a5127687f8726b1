package io.lockstep.engine.desk;

import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.desk.booking.BookingListener;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.closing.EndOfDay;
import io.lockstep.engine.desk.protection.Protection;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.reconcile.Reconciliation;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.trigger.Triggers;
import org.jspecify.annotations.Nullable;

/** What follows from a booking: sums, triggers, follow-up, and words to a person where the venue contradicts us. */
final class BookingReactions implements BookingListener {
    private final InstrumentTable instruments;
    private final GateState state;
    private final Ladder ladder;
    private final Triggers triggers;
    private final OutcomeProtocol outcomes;
    private final Reconciliation reconciliation;
    private final Protection protection;
    private final EndOfDay endOfDay;
    private long nowNs;

    BookingReactions(
            Desk desk,
            Ladder ladder,
            Triggers triggers,
            OutcomeProtocol outcomes,
            Reconciliation reconciliation,
            Protection protection,
            EndOfDay endOfDay) {
        instruments = desk.instruments();
        state = desk.state();
        this.ladder = ladder;
        this.triggers = triggers;
        this.outcomes = outcomes;
        this.reconciliation = reconciliation;
        this.protection = protection;
        this.endOfDay = endOfDay;
    }

    /** Sets the time of what is booked next. */
    void at(long timeNs) {
        nowNs = timeNs;
    }

    @Override
    public void filled(ExecutionReportDecoder fill, @Nullable Order order, int strategyId, boolean entered) {
        int accountId = fill.accountId();
        state.exposure().booked(accountId, strategyId, fill.instrumentId());
        reconciliation.booked(accountId, fill.instrumentId(), nowNs);
        if (entered) {
            state.reentries().entered(strategyId, nowNs);
        }
        if (order != null && order.cumQty() == fill.lastQty()) {
            triggers.traded();
        }
        triggers.valued();
        protection.filled(fill, order, strategyId);
        endOfDay.moved();
        if (order == null
                && strategyId == Portfolio.EXTERNAL
                && state.readiness().isSupervised(accountId)) {
            warn(
                    fill.instrumentId(),
                    "EXTERNAL_FILL",
                    fill.side() + " " + FixedPoint.format(fill.lastQty()) + " at " + FixedPoint.format(fill.lastPx())
                            + " was not ours");
        }
    }

    @Override
    public void moved(Order order) {
        outcomes.moved(order, nowNs);
        protection.moved(order);
        endOfDay.moved();
    }

    @Override
    public void overfilled(Order order) {
        ladder.lower(
                ScopeKind.INSTRUMENT,
                order.instrumentId(),
                TradingState.HALT,
                "OVERFILL",
                Unit.DECIMAL,
                order.quantity(),
                order.cumQty());
    }

    @Override
    public void refused(Order order) {
        triggers.rejected(order.strategyId(), venue(order), nowNs);
    }

    @Override
    public void lost(Order order) {
        outcomes.lost(order, nowNs);
        triggers.unknown(venue(order), nowNs);
    }

    @Override
    public void sightedLate(Order order) {
        ladder.writer()
                .alert(
                        Severity.CRITICAL,
                        ScopeKind.INSTRUMENT,
                        order.instrumentId(),
                        "LATE_SIGHTING",
                        "order=" + order.orderId() + " was presumed absent and is " + order.state() + " at the venue");
    }

    @Override
    public void fillMissing(Order order, long cumQty) {
        warn(
                order.instrumentId(),
                "FILL_MISSING",
                "order=" + order.orderId() + ", filled at the venue=" + FixedPoint.format(cumQty) + ", reported="
                        + FixedPoint.format(order.cumQty()));
    }

    @Override
    public void beyondIntent(Order order, long quantity) {
        ladder.lower(
                ScopeKind.ENGINE, 0, TradingState.KILL, "OUT_VS_INTENDED", Unit.DECIMAL, order.quantity(), quantity);
    }

    @Override
    public void unknownOrder(ExecutionReportDecoder report) {
        int accountId = report.accountId();
        int instrumentId = report.instrumentId();
        boolean ours = report.orderId() != FixedPoint.NULL
                && accountId >= 0
                && accountId < state.readiness().accounts()
                && instrumentId >= 0
                && instrumentId < instruments.size()
                && state.readiness().isSupervised(accountId);
        if (ours && report.leavesQty() > 0) {
            ladder.lower(
                    ScopeKind.INSTRUMENT,
                    instrumentId,
                    TradingState.HALT,
                    "ORPHAN_ORDER",
                    Unit.COUNT,
                    0,
                    report.orderId());
        }
    }

    private Venue venue(Order order) {
        return instruments.get(order.instrumentId()).venue();
    }

    private void warn(int instrumentId, String code, String detail) {
        ladder.writer().alert(Severity.WARNING, ScopeKind.INSTRUMENT, instrumentId, code, detail);
    }
}
