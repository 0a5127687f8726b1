package io.lockstep.gateway.alpaca.status;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.KillRequest;
import io.lockstep.engine.sbe.ClockSampleEncoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkEncoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.sbe.VenueErrorEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.EpochNanoClock;

/** Publishes the events above. From any thread; a few a minute, so each takes its own encoder. */
public final class VenueStatus {
    /** Stands for no account in {@link #connection} and {@link #error}. */
    public static final int NO_ACCOUNT = ConnectionStatusEncoder.accountIdNullValue();

    private static final int MOST_CODE = ConnectionStatusEncoder.reasonLength();
    private static final int MOST_DETAIL = 800;

    private final EventPublisher publisher;
    private final EpochNanoClock clock;

    /** @param publisher takes the events */
    public VenueStatus(EventPublisher publisher, EpochNanoClock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A connection changed its state. */
    public void connection(int accountId, StreamKind stream, ConnectionState state, String reason) {
        EngineEvent event = publisher.claim();
        ConnectionStatusEncoder status = new ConnectionStatusEncoder();
        status
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .venue(Venue.ALPACA)
                .accountId(accountId)
                .stream(stream)
                .state(state)
                .reason(code(reason));
        publish(event, status.limit());
    }

    /**
     * A request or a stream failed for a reason that is not an order's own.
     *
     * @param venueCode the venue's code or HTTP status, 0 for none
     * @param word what went wrong, in our words
     * @param detail the venue's text
     */
    public void error(int accountId, int venueCode, String word, String detail) {
        EngineEvent event = publisher.claim();
        VenueErrorEncoder error = new VenueErrorEncoder();
        byte[] text = detail.getBytes(StandardCharsets.UTF_8);
        error.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .venue(Venue.ALPACA)
                .accountId(accountId)
                .venueCode(venueCode == 0 ? VenueErrorEncoder.venueCodeNullValue() : venueCode)
                .code(code(word))
                .putDetail(text, 0, Math.min(text.length, MOST_DETAIL));
        publish(event, error.limit());
    }

    /**
     * Asks for everything to be stopped.
     *
     * @param reason why, for people
     */
    public void kill(String reason) {
        KillRequest.publish(publisher, "last-look", reason, clock.nanoTime());
    }

    /** The venue's clock was compared with ours. */
    public void clock(long offsetNs, long roundTripNs) {
        EngineEvent event = publisher.claim();
        ClockSampleEncoder sample = new ClockSampleEncoder();
        sample.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .venue(Venue.ALPACA)
                .offsetNs(offsetNs)
                .roundTripNs(roundTripNs);
        publish(event, sample.limit());
    }

    /**
     * A list begins, ends, or could not be had.
     *
     * @param requestedNs when it was asked for, UTC, nanoseconds
     * @param entries number of entries; only told at the end
     * @param reason why it was asked for, or why it failed
     */
    public void mark(
            int accountId,
            ReconciliationKind kind,
            ReconciliationPhase phase,
            long requestedNs,
            int entries,
            String reason) {
        EngineEvent event = publisher.claim();
        ReconciliationMarkEncoder mark = new ReconciliationMarkEncoder();
        mark.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .accountId(accountId)
                .kind(kind)
                .phase(phase)
                .requestedNs(requestedNs)
                .entries(phase == ReconciliationPhase.END ? entries : ReconciliationMarkEncoder.entriesNullValue())
                .reason(code(reason));
        publish(event, mark.limit());
    }

    private void publish(EngineEvent event, int messageEnd) {
        event.complete(messageEnd, clock.nanoTime());
        publisher.publish(event);
    }

    /** Cuts a text to what a code field holds, plain ASCII. */
    private static String code(String text) {
        StringBuilder code = new StringBuilder(MOST_CODE);
        for (int i = 0; i < Math.min(text.length(), MOST_CODE); i++) {
            char c = text.charAt(i);
            code.append(c >= ' ' && c < 0x7F ? c : '?');
        }
        return code.toString();
    }
}
