package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.Venue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of all lines as one: DOWN while one is lost, CONNECTING until each was up once, STALE while a stream is mute, else UP. A
 * change becomes a {@code ConnectionStatus} event, as soon as the ring has room. From any network thread.
 */
final class FeedStatus {
    private static final int LONGEST_REASON = ConnectionStatusEncoder.reasonLength();

    private final Venue venue;
    private final EventPublisher publisher;
    private final ConnectionState[] lines;
    private final int[] mute;
    private @Nullable ConnectionState published;
    private String reason = "";
    private boolean waiting;

    FeedStatus(Venue venue, EventPublisher publisher, int lines) {
        this.venue = venue;
        this.publisher = publisher;
        this.lines = new ConnectionState[lines];
        this.mute = new int[lines];
        Arrays.fill(this.lines, ConnectionState.CONNECTING);
    }

    /** A line changed. */
    synchronized void line(int line, ConnectionState state, String why, long nowNs) {
        lines[line] = state;
        change(why, nowNs);
    }

    /** The number of mute streams of a line changed. */
    synchronized void mute(int line, int streams, String why, long nowNs) {
        mute[line] = streams;
        change(why, nowNs);
    }

    /** Publishes what found no room before. */
    synchronized void flush(long nowNs) {
        if (waiting) {
            publish(nowNs);
        }
    }

    private void change(String why, long nowNs) {
        if (overall() != published) {
            reason = ascii(why);
            waiting = true;
            publish(nowNs);
        }
    }

    private ConnectionState overall() {
        ConnectionState worst = ConnectionState.UP;
        for (int i = 0; i < lines.length; i++) {
            ConnectionState state = lines[i] == ConnectionState.UP && mute[i] > 0 ? ConnectionState.STALE : lines[i];
            worst = rank(state) > rank(worst) ? state : worst;
        }
        return worst;
    }

    private void publish(long nowNs) {
        EngineEvent event = publisher.tryClaim();
        if (event == null) {
            return;
        }
        ConnectionState state = overall();
        event.blankPadding();
        ConnectionStatusEncoder encoder = new ConnectionStatusEncoder()
                        .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderEncoder())
                        .venue(venue)
                        .accountId(ConnectionStatusEncoder.accountIdNullValue())
                        .stream(StreamKind.MARKET_DATA)
                        .state(state)
                        .reason(reason);
        event.complete(encoder.limit(), nowNs);
        publisher.publish(event);
        published = state;
        waiting = false;
    }

    private static int rank(ConnectionState state) {
        return switch (state) {
            case DOWN -> 3;
            case CONNECTING -> 2;
            case STALE -> 1;
            default -> 0;
        };
    }

    private static String ascii(String text) {
        String clean = text.replaceAll("[^ -~]", "?");
        return clean.substring(0, Math.min(LONGEST_REASON, clean.length()));
    }
}
