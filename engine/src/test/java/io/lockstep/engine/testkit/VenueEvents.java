package io.lockstep.engine.testkit;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.AlertDeliveryEncoder;
import io.lockstep.engine.sbe.CashMovementEncoder;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ClockSampleEncoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.EngineStartEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.HostResource;
import io.lockstep.engine.sbe.HostStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkEncoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.ResourceLevel;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.sbe.VenueErrorEncoder;

/** What a venue and the machine say besides market data and reports, in one line each; times are those of {@link Events}. */
public final class VenueEvents {
    private final Events events;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    /** Publishes through the way in of a harness. */
    public VenueEvents(Events events) {
        this.events = events;
    }

    /** A run begins. */
    public void start(RunMode mode) {
        EngineEvent event = events.claim();
        EngineStartEncoder start = new EngineStartEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .runId(1)
                .epoch(1)
                .start(1)
                .mode(mode)
                .configParts(0)
                .instruments(0)
                .buildId("test");
        events.publish(event, start.limit());
    }

    /** Account 0's private stream changed state. */
    public void userData(ConnectionState state) {
        connection(StreamKind.USER_DATA, 0, state);
    }

    /** The simulated venue's market data changed state. */
    public void marketData(ConnectionState state) {
        connection(StreamKind.MARKET_DATA, ConnectionStatusEncoder.accountIdNullValue(), state);
    }

    /** The venue's clock less ours. */
    public void clock(long offsetMs) {
        EngineEvent event = events.claim();
        ClockSampleEncoder clock = new ClockSampleEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .venue(Venue.SIMULATED)
                .offsetNs(offsetMs * 1_000_000)
                .roundTripNs(1_000_000);
        events.publish(event, clock.limit());
    }

    /** The machine's disk. */
    public void disk(ResourceLevel level, long available) {
        EngineEvent event = events.claim();
        HostStatusEncoder host = new HostStatusEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .resource(HostResource.DISK)
                .level(level)
                .available(available);
        events.publish(event, host.limit());
    }

    /** A request failed. */
    public void error() {
        EngineEvent event = events.claim();
        VenueErrorEncoder error = new VenueErrorEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .venue(Venue.SIMULATED)
                .accountId(0)
                .venueCode(503)
                .code("UNAVAILABLE")
                .detail("");
        events.publish(event, error.limit());
    }

    /** Cash of account 0 moved without a trade. */
    public void cash(CashReason reason, String asset, long amount, String id) {
        EngineEvent event = events.claim();
        CashMovementEncoder movement = new CashMovementEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(0)
                .instrumentId(CashMovementEncoder.instrumentIdNullValue())
                .reason(reason)
                .exchangeTimeNs(events.timeNs())
                .amount(amount)
                .asset(asset)
                .movementId(id);
        events.publish(event, movement.limit());
    }

    /** A receiver has the alerts of an input. */
    public void delivered(long alertSequence) {
        EngineEvent event = events.claim();
        AlertDeliveryEncoder delivery = new AlertDeliveryEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .alertSequence(alertSequence)
                .delivered((short) 1)
                .attempts(1)
                .receiver("test")
                .code("");
        events.publish(event, delivery.limit());
    }

    /** A list of account 0 begins, asked for now. */
    public void begin(ReconciliationKind kind) {
        begin(kind, events.timeNs());
    }

    /** A list of account 0 begins. */
    public void begin(ReconciliationKind kind, long requestedNs) {
        mark(kind, ReconciliationPhase.BEGIN, requestedNs, ReconciliationMarkEncoder.entriesNullValue());
    }

    /** A list ends. */
    public void end(ReconciliationKind kind, int entries) {
        mark(kind, ReconciliationPhase.END, events.timeNs(), entries);
    }

    /** A list without entries. */
    public void empty(ReconciliationKind kind) {
        begin(kind);
        end(kind, 0);
    }

    /** All four lists without entries, a millisecond after what went before. */
    public void allEmpty() {
        events.afterMs(1);
        for (ReconciliationKind kind : ReconciliationKind.values()) {
            if (kind != ReconciliationKind.NULL_VAL) {
                empty(kind);
            }
        }
    }

    /** A list could not be had. */
    public void failed(ReconciliationKind kind) {
        mark(kind, ReconciliationPhase.FAILED, events.timeNs(), ReconciliationMarkEncoder.entriesNullValue());
    }

    /** An open order in a list. */
    public void order(long orderId, Side side, long quantity, long cumQty) {
        events.report(ExecType.STATUS, orderId, 0, 0, 0, side)
                .source(ReportSource.RECONCILIATION)
                .order(FixedPoint.NULL, quantity)
                .fill(0, 0, cumQty, quantity - cumQty)
                .publish();
    }

    /** A position in a list. */
    public void position(int instrumentId, long quantity, long entryPrice) {
        EngineEvent event = events.claim();
        PositionReportEncoder position = new PositionReportEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(0)
                .instrumentId(instrumentId)
                .source(ReportSource.RECONCILIATION)
                .exchangeTimeNs(events.timeNs())
                .quantity(quantity)
                .entryPrice(entryPrice)
                .liquidationPrice(FixedPoint.NULL)
                .leverage(1);
        position.flags().clear();
        events.publish(event, position.limit());
    }

    /** A balance in a list. */
    public void balance(String asset, long free) {
        EngineEvent event = events.claim();
        AccountReportEncoder account = new AccountReportEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(0)
                .source(ReportSource.RECONCILIATION)
                .exchangeTimeNs(events.timeNs())
                .free(free)
                .locked(0)
                .asset(asset);
        account.flags().clear().last(true);
        events.publish(event, account.limit());
    }

    private void mark(ReconciliationKind kind, ReconciliationPhase phase, long requestedNs, int entries) {
        EngineEvent event = events.claim();
        ReconciliationMarkEncoder mark = new ReconciliationMarkEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(0)
                .kind(kind)
                .phase(phase)
                .requestedNs(requestedNs)
                .entries(entries)
                .reason("TEST");
        events.publish(event, mark.limit());
    }

    private void connection(StreamKind stream, int accountId, ConnectionState state) {
        EngineEvent event = events.claim();
        ConnectionStatusEncoder connection = new ConnectionStatusEncoder()
                        .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .venue(Venue.SIMULATED)
                        .accountId(accountId)
                        .stream(stream)
                        .state(state)
                        .reason("TEST");
        events.publish(event, connection.limit());
    }
}
