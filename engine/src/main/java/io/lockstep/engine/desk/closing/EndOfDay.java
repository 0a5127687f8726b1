package io.lockstep.engine.desk.closing;

import io.lockstep.engine.calendar.ScheduledTimer;
import io.lockstep.engine.calendar.SessionTimer;
import io.lockstep.engine.calendar.SessionTimers;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.protection.Protection;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.session.EquitySessions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes what strategies hold in shares before the exchange does, by the time in events.
 *
 * <pre>
 *   open -5        open        open +5          close -12         close -10   close -5            alarm       close
 *      |             |            |                 |                 |           |                 |           |
 *   leftovers    CLEANUP      alarmed if        QUEUED: what no    entries    FLATTENING:       alarmed if   alarmed if
 *   are told     closes them  still held        order closes       canceled   all orders go,    still held   still held
 *                                               waits for the                 the rest is sold
 *                                               closing auction               until flat
 * </pre>
 *
 * <p>The auction is what closes a position should nobody be here at close -5; whoever is, takes the order out of it first. A timer that fell due while
 * the process was down fires at the first event after, or is told as missed. Owned by the risk handler; allocates when a trading day begins and when
 * it has to speak to a person.
 */
public final class EndOfDay implements SessionTimers.Handler {
    private static final long NS_PER_MS = 1_000_000;
    private static final long LOOK_NS = 100 * NS_PER_MS;

    private enum Phase {
        IDLE,
        CLEANUP,
        QUEUED,
        FLATTENING
    }

    private final EndOfDaySettings settings;
    private final EquitySessions sessions;
    private final DecisionWriter writer;
    private final InstrumentTable instruments;
    private final Unwinding unwinding;
    private final Leg[] legs;
    private @Nullable SessionTimers timers;
    private Phase phase = Phase.IDLE;
    private long alarmNs = Long.MAX_VALUE;
    private long lookNs;
    private long nowNs;

    /** Closes nothing until a day's first timer is due. */
    public EndOfDay(RiskSetup setup, Desk desk, CancelSweep sweep, Protection protection) {
        settings = setup.settings().endOfDay();
        sessions = new EquitySessions(settings.venues());
        writer = desk.writer();
        instruments = desk.instruments();
        unwinding = new Unwinding(settings.retryMs(), desk, sweep, protection);
        legs = settings.flatten() ? legs(setup.accountOf()) : new Leg[0];
    }

    /** An order took another state or traded: what is under way goes on at once. */
    public void moved() {
        lookNs = 0;
    }

    /** Time went on: timers that are due are served, and what is being unwound is looked at again. */
    public void onTime(long timeNs) {
        if (legs.length == 0) {
            return;
        }
        nowNs = timeNs;
        SessionTimers due = timers();
        if (due != null && due.nextDueNs() <= timeNs) {
            due.advance(timeNs, this);
            lookNs = 0;
        }
        if (timeNs >= alarmNs) {
            alarmNs = Long.MAX_VALUE;
            alarmHeld("NOT_FLAT_BEFORE_CLOSE");
        }
        if (phase != Phase.IDLE && timeNs >= lookNs) {
            lookNs = timeNs + LOOK_NS;
            act();
        }
    }

    @Override
    public void onDue(ScheduledTimer timer) {
        switch (timer.timer()) {
            case OPEN_CLEANUP -> findLeftovers();
            case OPEN -> closeLeftovers();
            case OPEN_CLEANUP_END -> endCleanup();
            case CLS_QUEUE -> phase = settings.closingAuction() ? Phase.QUEUED : Phase.IDLE;
            case ENTRY_CUTOFF -> cancelEntries();
            case CLS_CUTOFF -> endQueueing();
            case FLATTEN -> flatten(timer.validUntilNs());
            case CLOSE -> close();
            case DAY_BOUNDARY, OPG_CUTOFF -> {}
        }
    }

    @Override
    public void onMissed(ScheduledTimer timer) {
        boolean acts = switch (timer.timer()) {
            case OPEN_CLEANUP, CLS_QUEUE, FLATTEN, CLOSE -> true;
            default -> false;
        };
        for (Leg leg : legs) {
            if (acts && unwinding.held(leg) != 0) {
                Severity severity = timer.timer() == SessionTimer.FLATTEN ? Severity.CRITICAL : Severity.WARNING;
                String what = timer.timer() + " of " + timer.sessionId() + " passed while nobody was here";
                alert(severity, leg, "SESSION_TIMER_MISSED", what);
            }
        }
        if (timer.timer() == SessionTimer.CLOSE) {
            rest();
        } else if (timer.timer() == SessionTimer.CLS_CUTOFF) {
            endQueueing();
        }
    }

    /** Adds everything later decisions depend on. */
    public void addTo(StateHash hash) {
        if (legs.length == 0) {
            return;
        }
        hash.add(phase.ordinal());
        hash.add(alarmNs);
        hash.add(lookNs);
        hash.add(timers == null ? 0 : timers.nextDueNs());
        for (Leg leg : legs) {
            leg.addTo(hash);
        }
    }

    /** The timers from the first moment the calendar reaches; what fell due before the first event of a journal is nobody's concern. */
    private @Nullable SessionTimers timers() {
        if (timers == null && sessions.dayAt(nowNs) != null) {
            timers = new SessionTimers(sessions.calendar(), nowNs - 1);
        }
        return timers;
    }

    private void act() {
        for (Leg leg : legs) {
            if (phase == Phase.QUEUED) {
                unwinding.queueForAuction(leg, nowNs);
                unwinding.checkAuction(leg, nowNs);
            } else {
                unwinding.closeOut(leg, nowNs);
            }
        }
    }

    private void findLeftovers() {
        for (Leg leg : legs) {
            leg.leftover = Math.abs(unwinding.held(leg));
            if (leg.leftover != 0) {
                alert(Severity.WARNING, leg, "LEFTOVER_POSITION", "held from the day before");
            }
        }
    }

    private void closeLeftovers() {
        if (!settings.closeLeftovers()) {
            return;
        }
        for (Leg leg : legs) {
            leg.close(leg.leftover);
        }
        phase = Phase.CLEANUP;
    }

    private void endCleanup() {
        for (Leg leg : legs) {
            if (phase == Phase.CLEANUP && leg.toClose != 0 && unwinding.held(leg) != 0) {
                alert(Severity.CRITICAL, leg, "LEFTOVER_NOT_CLOSED", "of it " + FixedPoint.format(leg.toClose));
            }
        }
        rest();
    }

    private void cancelEntries() {
        for (Leg leg : legs) {
            unwinding.cancelEntries(leg);
        }
    }

    private void endQueueing() {
        for (Leg leg : legs) {
            leg.queued = true;
        }
    }

    private void flatten(long closeNs) {
        for (Leg leg : legs) {
            leg.close(Leg.ALL);
        }
        phase = Phase.FLATTENING;
        alarmNs = closeNs - settings.alarmMs() * NS_PER_MS;
    }

    private void close() {
        alarmHeld("NOT_FLAT_AT_CLOSE");
        rest();
    }

    private void rest() {
        for (Leg leg : legs) {
            leg.rest();
        }
        phase = Phase.IDLE;
        alarmNs = Long.MAX_VALUE;
    }

    private void alarmHeld(String code) {
        for (Leg leg : legs) {
            if (unwinding.held(leg) != 0) {
                alert(
                        Severity.CRITICAL,
                        leg,
                        code,
                        "open orders=" + unwinding.openOrders(leg) + ", last denial=" + leg.denial);
            }
        }
    }

    private void alert(Severity severity, Leg leg, String code, String detail) {
        writer.alert(
                severity,
                ScopeKind.INSTRUMENT,
                leg.instrumentId,
                code,
                "strategy " + leg.strategyId + " holds " + FixedPoint.format(unwinding.held(leg)) + " "
                        + instruments.get(leg.instrumentId).symbol() + ": " + detail);
    }

    private Leg[] legs(List<Integer> accountOf) {
        List<Leg> all = new ArrayList<>();
        for (Instrument instrument : instruments.all()) {
            for (int i = 0; sessions.governs(instrument) && i < accountOf.size(); i++) {
                all.add(new Leg(accountOf.get(i), i + 1, instrument.id()));
            }
        }
        return all.toArray(Leg[]::new);
    }
}
