package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkEncoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.VenueErrorEncoder;
import io.lockstep.gateway.binance.reference.Product;
import java.util.function.LongSupplier;

/** Publishes what is about the account as a whole: its connections, where lists begin and end, requests that failed. Any thread. */
public final class StatusPublisher {
    private static final int MESSAGE = RecordLayout.MESSAGE_OFFSET;
    private static final int CODE_LENGTH = 32;
    private static final int MOST_DETAIL_BYTES = 400;

    private final EventPublisher publisher;
    private final Product product;
    private final int accountId;
    private final LongSupplier clock;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ConnectionStatusEncoder connection = new ConnectionStatusEncoder();
    private final ReconciliationMarkEncoder mark = new ReconciliationMarkEncoder();
    private final VenueErrorEncoder error = new VenueErrorEncoder();

    /** @param clock our time, UTC, nanoseconds */
    public StatusPublisher(EventPublisher publisher, Product product, int accountId, LongSupplier clock) {
        this.publisher = publisher;
        this.product = product;
        this.accountId = accountId;
        this.clock = clock;
    }

    /** A connection changed state. */
    public synchronized void connection(StreamKind stream, ConnectionState state, String reason) {
        EngineEvent event = publisher.claim();
        connection
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .venue(product.venue())
                .accountId(accountId)
                .stream(stream)
                .state(state)
                .reason(code(reason));
        publish(event, connection.limit());
    }

    /** A list begins, or could not be had. */
    public void mark(ReconciliationKind kind, ReconciliationPhase phase, long requestedNs, String reason) {
        mark(kind, phase, requestedNs, ReconciliationMarkEncoder.entriesNullValue(), reason);
    }

    /** A list of so many entries ends. */
    public void end(ReconciliationKind kind, long requestedNs, int entries, String reason) {
        mark(kind, ReconciliationPhase.END, requestedNs, entries, reason);
    }

    /**
     * A request failed for a reason that is not an order's own.
     *
     * @param venueCode the venue's code or the HTTP status, 0 for none
     * @param code what went wrong, in our words
     * @param detail the venue's text
     */
    public synchronized void error(int venueCode, String code, String detail) {
        EngineEvent event = publisher.claim();
        byte[] text = detail.getBytes(UTF_8);
        error.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .venue(product.venue())
                .accountId(accountId)
                .venueCode(venueCode == 0 ? VenueErrorEncoder.venueCodeNullValue() : venueCode)
                .code(code(code))
                .putDetail(text, 0, Math.min(text.length, MOST_DETAIL_BYTES));
        publish(event, error.limit());
    }

    private synchronized void mark(
            ReconciliationKind kind, ReconciliationPhase phase, long requestedNs, int entries, String reason) {
        EngineEvent event = publisher.claim();
        mark.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .kind(kind)
                .phase(phase)
                .requestedNs(requestedNs)
                .entries(entries)
                .reason(code(reason));
        publish(event, mark.limit());
    }

    private void publish(EngineEvent event, int end) {
        event.complete(end, clock.getAsLong());
        publisher.publish(event);
    }

    private static String code(String text) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < Math.min(CODE_LENGTH, text.length()); i++) {
            char c = text.charAt(i);
            code.append(c < ' ' || c > '~' ? '?' : c);
        }
        return code.toString();
    }
}
