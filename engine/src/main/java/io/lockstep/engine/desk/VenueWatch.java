package io.lockstep.engine.desk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.reconcile.Reconciliation;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.sbe.ClockSampleDecoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.HostStatusDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ResourceLevel;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.sbe.VenueErrorDecoder;
import io.lockstep.engine.trigger.Triggers;

/** Keeps the ground orders stand on up to date: streams, clocks, the machine, failed requests. Owned by the risk handler. */
final class VenueWatch {
    private static final long NS_PER_MS = 1_000_000;

    private final Readiness readiness;
    private final Reconciliation reconciliation;
    private final Triggers triggers;
    private final Ladder ladder;
    private final DecisionWriter writer;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final EngineStartDecoder start = new EngineStartDecoder();
    private final ConnectionStatusDecoder connection = new ConnectionStatusDecoder();
    private final ClockSampleDecoder clock = new ClockSampleDecoder();
    private final HostStatusDecoder host = new HostStatusDecoder();
    private final VenueErrorDecoder error = new VenueErrorDecoder();

    VenueWatch(Readiness readiness, Reconciliation reconciliation, Triggers triggers, Ladder ladder) {
        this.readiness = readiness;
        this.reconciliation = reconciliation;
        this.triggers = triggers;
        this.ladder = ladder;
        writer = ladder.writer();
    }

    void onEvent(EngineEvent event, long nowNs) {
        switch (event.templateId()) {
            case EngineStartDecoder.TEMPLATE_ID -> {
                start.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                onStart(start.mode(), nowNs);
            }
            case ConnectionStatusDecoder.TEMPLATE_ID -> {
                connection.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                onConnection(nowNs);
            }
            case ClockSampleDecoder.TEMPLATE_ID -> {
                clock.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                onClock();
            }
            case HostStatusDecoder.TEMPLATE_ID -> {
                host.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                onHost();
            }
            case VenueErrorDecoder.TEMPLATE_ID -> {
                error.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                if (error.venue() != Venue.NULL_VAL) {
                    triggers.failed(error.venue());
                }
            }
            default -> {}
        }
    }

    /** Another process, other connections: nothing is known of the venue until it has been asked. */
    private void onStart(RunMode mode, long nowNs) {
        for (int id = 0; id < readiness.accounts(); id++) {
            if (mode == RunMode.LIVE) {
                readiness.supervise(id);
            }
            if (readiness.isSupervised(id)) {
                readiness.userData(id, ConnectionState.CONNECTING);
                reconciliation.restart(id, nowNs);
            }
        }
    }

    private void onConnection(long nowNs) {
        if (connection.venue() == Venue.NULL_VAL || connection.state() == ConnectionState.NULL_VAL) {
            return;
        }
        if (connection.stream() == StreamKind.MARKET_DATA) {
            readiness.marketData(connection.venue(), connection.state());
        } else if (connection.stream() == StreamKind.USER_DATA) {
            onUserData(connection.accountId(), connection.state(), nowNs);
        }
    }

    private void onUserData(int accountId, ConnectionState now, long nowNs) {
        if (accountId < 0 || accountId >= readiness.accounts()) {
            return;
        }
        readiness.supervise(accountId);
        reconciliation.at(accountId, connection.venue());
        ConnectionState before = readiness.userData(accountId);
        readiness.userData(accountId, now);
        // what was listed between the stream's return and READY was asked for while the stream already told of changes
        if (now != ConnectionState.READY && before != now) {
            reconciliation.restart(accountId, nowNs);
        }
        if (before == ConnectionState.READY && before != now) {
            writer.alert(
                    Severity.WARNING,
                    ScopeKind.ACCOUNT,
                    accountId,
                    "PRIVATE_STREAM_LOST",
                    "no new orders until it is ready and the books are compared: state=" + now + ", reason="
                            + connection.reason());
        }
    }

    private void onClock() {
        if (clock.venue() == Venue.NULL_VAL) {
            return;
        }
        boolean wasOff = readiness.isClockOff(clock.venue());
        readiness.clockOffset(clock.venue(), clock.offsetNs());
        if (!wasOff && readiness.isClockOff(clock.venue())) {
            writer.alert(
                    Severity.CRITICAL,
                    ScopeKind.VENUE,
                    clock.venue().value(),
                    "CLOCK_OFFSET",
                    "no new orders until the clocks agree: offset=" + clock.offsetNs() / NS_PER_MS + " ms, round trip="
                            + clock.roundTripNs() / NS_PER_MS + " ms");
        }
    }

    private void onHost() {
        boolean wasShort = readiness.isHostShort();
        boolean isShort = host.level() != ResourceLevel.OK;
        readiness.host(isShort, host.available());
        if (host.level() == ResourceLevel.CRITICAL) {
            ladder.lower(
                    ScopeKind.ENGINE, 0, TradingState.KILL, "HOST_" + host.resource(), Unit.COUNT, 0, host.available());
        } else if (isShort && !wasShort) {
            writer.alert(
                    Severity.CRITICAL,
                    ScopeKind.ENGINE,
                    0,
                    "HOST_" + host.resource(),
                    "no new orders while the machine runs short: available=" + host.available() + " bytes");
        }
    }
}
