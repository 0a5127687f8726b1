package io.lockstep.launcher.swarm.mutant;

import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.launcher.swarm.machine.Workmanship;
import io.lockstep.launcher.swarm.mutant.BadLog.Flaw;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A planted bug. The checkers must find each within two thousand seeds. */
public enum Mutant {
    /** Sends an order again, under its id, when its outcome is unknown. */
    RESEND_ON_TIMEOUT(() -> Outbound.resending(0)),
    /** Sends an order again, under another id, when its outcome is unknown. */
    RESEND_UNDER_NEW_ID(() -> Outbound.resending(1)),
    /** Sends every new order twice. */
    SEND_TWICE(() -> Outbound.sending((command, made, sound) -> {
        sound.send(command);
        if (command.action() == OrderAction.NEW) {
            sound.send(command);
        }
    })),
    /** Sends every new order under the id of one that is over. */
    REUSE_CLIENT_ID(() -> Outbound.sending((command, made, sound) -> sound.send(
            command.action() == OrderAction.NEW ? made.renamed(command, command.orderId() & ~0xFFFFL) : command))),
    /** Sends ten times what was decided. */
    UNIT_SLIP(() -> Outbound.sending((command, made, sound) ->
            sound.send(command.action() == OrderAction.NEW ? made.sized(command, 10 * command.quantity()) : command))),
    /** Sends the last new order again when the process starts. */
    RESEND_ON_START(Outbound::resendingAtStart),
    /** Sends no cancels of a sweep. */
    SWEEP_NOT_SENT(() -> Outbound.sending((command, made, sound) -> {
        if (command.action() != OrderAction.CANCEL || !command.reason().equals("CANCEL_SWEEP")) {
            sound.send(command);
        }
    })),
    /** Sends before the decision is in the journal. */
    SEND_BEFORE_JOURNAL(() -> decisions(Flaw.LATE)),
    /** Says that it synced and did not. */
    SYNC_DOES_NOTHING(() -> inputs(Flaw.NO_SYNC)),
    /** Takes a device that refuses to sync for one that did. */
    SYNC_REFUSAL_IGNORED(Mutant::ignoringRefusals),
    /** Stores a record with a byte changed. */
    JOURNAL_FLIPS_BYTE(() -> inputs(Flaw.FLIPPED_BYTE)),
    /** Leaves a record out. */
    JOURNAL_LOSES_RECORD(() -> inputs(Flaw.LOST_RECORD)),
    /** Stores a record twice. */
    JOURNAL_REPEATS_RECORD(() -> inputs(Flaw.REPEATED_RECORD)),
    /** Leaves a decision out. */
    DECISION_LOST(() -> decisions(Flaw.LOST_RECORD)),
    /** Stores a decision with a byte changed. */
    DECISION_FLIPS_BYTE(() -> decisions(Flaw.FLIPPED_BYTE)),
    /** Takes a lost answer for a refusal. */
    UNKNOWN_AS_REJECTED(() -> Inbound.renaming(ExecType.OUTCOME_UNKNOWN, ExecType.REJECTED)),
    /** Takes a lost answer for a cancellation. */
    UNKNOWN_AS_CANCELED(() -> Inbound.renaming(ExecType.OUTCOME_UNKNOWN, ExecType.CANCELED)),
    /** Believes the first answer that an order is not found. */
    NOT_FOUND_IS_FINAL(() -> Inbound.renaming(ExecType.NOT_FOUND, ExecType.REJECTED)),
    /** Believes an order absent after two seconds. */
    HASTY_ABSENCE(Limits::hasty),
    /** Books fills of lists under an id of their own, so that those known already are booked again. */
    FILL_BOOKED_TWICE(() -> Inbound.changing(
            report -> report.execType() == ExecType.FILL && report.source() == ReportSource.RECONCILIATION,
            (report, changed) -> changed.execId("Y" + report.execId().substring(1)))),
    /** Books what an order has filled so far as what was filled last. */
    CUM_BOOKED_AS_LAST(() -> Inbound.changing(
            report -> report.execType() == ExecType.FILL && report.cumQty() != FixedPoint.NULL,
            (report, changed) -> changed.lastQty(report.cumQty()))),
    /** Books fills in the other instrument. */
    INSTRUMENT_CONFUSED(() -> Inbound.changing(
            report -> report.execType() == ExecType.FILL,
            (report, changed) -> changed.instrumentId(1 - report.instrumentId()))),
    /** Leaves out fills that come with a list. */
    LATE_FILL_DROPPED(() -> Inbound.dropping(
            report -> report.execType() == ExecType.FILL && report.source() == ReportSource.RECONCILIATION)),
    /** Leaves out fills that are not ours. */
    FOREIGN_FILL_DROPPED(() ->
            Inbound.dropping(report -> report.execType() == ExecType.FILL && report.orderId() == FixedPoint.NULL)),
    /** Books every fill as one that bought. */
    SIDE_IGNORED(() -> Inbound.changing(
            report -> report.execType() == ExecType.FILL, (report, changed) -> changed.side(Side.BUY))),
    /** Books no fees. */
    FEE_IGNORED(
            () -> Inbound.changing(report -> report.execType() == ExecType.FILL, (report, changed) -> changed.fee(0))),
    /** Books prices without what is behind the point. */
    PRICE_TRUNCATED(() -> Inbound.changing(
            report -> report.execType() == ExecType.FILL,
            (report, changed) -> changed.lastPx(report.lastPx() / FixedPoint.ONE * FixedPoint.ONE))),
    /** Books a rebate where a fee was paid. */
    FEE_SIGN_TURNED(() -> Inbound.changing(
            report -> report.execType() == ExecType.FILL, (report, changed) -> changed.fee(-report.fee()))),
    /** Does not read the latch before sending. */
    LATCH_IGNORED(Mutant::withoutLatch),
    /** Keeps the latch in memory, so that a restart forgets it. */
    LATCH_FORGOTTEN_BY_RESTART(Starts::forgettingLatch),
    /** A restart resets the ladder and what losses are counted from. */
    RESTART_RESETS(Starts::resetting),
    /** A private stream that is up again resets the ladder. */
    RECONNECT_RESETS(Starts::resettingOnReconnect),
    /** Trades before the books were compared. */
    RECONCILE_SKIPPED(Starts::unsupervised),
    /** Trades on data of any age. */
    STALE_DATA_IGNORED(Limits::stale),
    /** Trades while clocks disagree. */
    CLOCK_IGNORED(Limits::anyClock),
    /** Lets positions grow ten times too large. */
    POSITION_LIMIT_IGNORED(Limits::wide),
    /** Lets orders be ten times too large. */
    ORDER_LIMIT_IGNORED(Limits::large),
    /** Lets ten times as many orders be open. */
    OPEN_ORDERS_LIMIT_IGNORED(Limits::crowded),
    /** Does not throttle. */
    RATE_LIMIT_IGNORED(Limits::unthrottled),
    /** Decides by something that differs from run to run. */
    NOT_DETERMINISTIC(() -> strategies(WhimsicalStrategy::new));

    @SuppressWarnings("ImmutableEnumChecker") // makes something new each time and keeps nothing
    private final Supplier<Workmanship> maker;

    Mutant(Supplier<Workmanship> maker) {
        this.maker = maker;
    }

    /** Makes the parts of one world with this bug. */
    public Workmanship make() {
        return maker.get();
    }

    /** Whether it shows only when a world is run a second time. */
    public boolean isSeenInSecondRun() {
        return this == NOT_DETERMINISTIC;
    }

    private static Workmanship decisions(Flaw flaw) {
        return new Workmanship() {
            @Override
            public EventLog decisions(EventLog sound) {
                return new BadLog(sound, flaw);
            }
        };
    }

    private static Workmanship inputs(Flaw flaw) {
        return new Workmanship() {
            @Override
            public EventLog inputs(EventLog sound) {
                return new BadLog(sound, flaw);
            }
        };
    }

    private static Workmanship ignoringRefusals() {
        return new Workmanship() {
            @Override
            public EventLog inputs(EventLog sound) {
                return new BadLog(sound, Flaw.REFUSAL_IGNORED);
            }

            @Override
            public EventLog decisions(EventLog sound) {
                return new BadLog(sound, Flaw.REFUSAL_IGNORED);
            }
        };
    }

    private static Workmanship withoutLatch() {
        return new Workmanship() {
            @Override
            public KillLatch latch(KillLatch sound) {
                return KillLatch.NEVER;
            }
        };
    }

    private static Workmanship strategies(UnaryOperator<Strategy> change) {
        return new Workmanship() {
            @Override
            public Strategy strategy(Strategy sound) {
                return change.apply(sound);
            }
        };
    }
}
