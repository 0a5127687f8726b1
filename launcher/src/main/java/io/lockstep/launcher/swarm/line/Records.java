package io.lockstep.launcher.swarm.line;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.AlertDeliveryEncoder;
import io.lockstep.engine.sbe.ClockSampleEncoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.EngineStartEncoder;
import io.lockstep.engine.sbe.HostResource;
import io.lockstep.engine.sbe.HostStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkEncoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.ResourceLevel;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TimerTickEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.sbe.VenueErrorEncoder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes what a host and a venue say, all but reports on orders, as records without a place and a time. */
public final class Records {
    private static final int ACCOUNT = 0;

    private final Venue venue;
    private final byte[] bytes = new byte[RecordLayout.MAX_LENGTH];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    /** Records of one account at a venue. */
    public Records(Venue venue) {
        this.venue = venue;
    }

    /** A run begins. */
    public byte[] engineStart(int start) {
        EngineStartEncoder encoder = new EngineStartEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .runId(1)
                .epoch(1)
                .start(start)
                .mode(RunMode.LIVE)
                .configParts(0)
                .instruments(0)
                .buildId("simulation");
        return record(encoder.limit());
    }

    /** Time has passed. */
    public byte[] timer(long intervalNs) {
        TimerTickEncoder encoder = new TimerTickEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .intervalNs(intervalNs);
        return record(encoder.limit());
    }

    /** Best bid and ask. */
    public byte[] quote(int instrumentId, long bid, long ask, long timeNs) {
        TopOfBookEncoder encoder = new TopOfBookEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .exchangeTimeNs(timeNs)
                .updateId(FixedPoint.NULL)
                .bidPrice(bid)
                .bidQuantity(FixedPoint.ONE)
                .askPrice(ask)
                .askQuantity(FixedPoint.ONE);
        encoder.flags().clear();
        return record(encoder.limit());
    }

    /** The private stream's state. */
    public byte[] userData(ConnectionState state, String reason) {
        ConnectionStatusEncoder encoder = new ConnectionStatusEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header).venue(venue).accountId(ACCOUNT).stream(
                                StreamKind.USER_DATA)
                        .state(state)
                        .reason(reason);
        return record(encoder.limit());
    }

    /** A list begins, ends or fails. */
    public byte[] mark(ReconciliationKind kind, ReconciliationPhase phase, long requestedNs, int entries) {
        ReconciliationMarkEncoder encoder = new ReconciliationMarkEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .accountId(ACCOUNT)
                .kind(kind)
                .phase(phase)
                .requestedNs(requestedNs)
                .entries(entries)
                .reason("LIST");
        return record(encoder.limit());
    }

    /** A position of a list. */
    public byte[] position(int instrumentId, long quantity, long entryPrice, long timeNs) {
        PositionReportEncoder encoder = new PositionReportEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .accountId(ACCOUNT)
                .instrumentId(instrumentId)
                .source(ReportSource.RECONCILIATION)
                .exchangeTimeNs(timeNs)
                .quantity(quantity)
                .entryPrice(entryPrice == 0 ? FixedPoint.NULL : entryPrice)
                .liquidationPrice(FixedPoint.NULL)
                .leverage(1);
        encoder.flags().clear();
        return record(encoder.limit());
    }

    /** A balance of a list. */
    public byte[] balance(String asset, long amount, boolean last, long timeNs) {
        AccountReportEncoder encoder = new AccountReportEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .accountId(ACCOUNT)
                .source(ReportSource.RECONCILIATION)
                .exchangeTimeNs(timeNs)
                .free(amount)
                .locked(0)
                .asset(asset);
        encoder.flags().clear().last(last);
        return record(encoder.limit());
    }

    /** The venue's clock less ours. */
    public byte[] clock(long offsetNs, long roundTripNs) {
        ClockSampleEncoder encoder = new ClockSampleEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .venue(venue)
                .offsetNs(offsetNs)
                .roundTripNs(roundTripNs);
        return record(encoder.limit());
    }

    /** What is left of the disk. */
    public byte[] disk(ResourceLevel level, long available) {
        HostStatusEncoder encoder = new HostStatusEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .resource(HostResource.DISK)
                .level(level)
                .available(available);
        return record(encoder.limit());
    }

    /** A request failed. */
    public byte[] error(int code) {
        VenueErrorEncoder encoder = new VenueErrorEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .venue(venue)
                .accountId(ACCOUNT)
                .venueCode(code)
                .code("REQUEST_FAILED")
                .detail("");
        return record(encoder.limit());
    }

    /** An operator's word. */
    public byte[] operator(OperatorAction action, ScopeKind scope, int scopeId, long nonce) {
        OperatorCommandEncoder encoder = new OperatorCommandEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .action(action)
                .scopeKind(scope)
                .scopeId(scopeId)
                .nonce(nonce)
                .actor("simulated operator")
                .reason("");
        return record(encoder.limit());
    }

    /** Somebody has the alerts an input caused. */
    public byte[] delivered(long alertSequence) {
        AlertDeliveryEncoder encoder = new AlertDeliveryEncoder()
                .wrapAndApplyHeader(clean(), MESSAGE_OFFSET, header)
                .alertSequence(alertSequence)
                .delivered((short) 1)
                .attempts(1)
                .receiver("simulated")
                .code("");
        return record(encoder.limit());
    }

    private UnsafeBuffer clean() {
        Arrays.fill(bytes, 0, 512, (byte) 0);
        return buffer;
    }

    private byte[] record(int limit) {
        return Arrays.copyOf(bytes, limit);
    }
}
