package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.transport.reconnect.Session;
import java.util.List;
import java.util.StringJoiner;

/**
 * Subscribes the streams of one session: several in each request, requests spaced to stay below the venue's limit on messages, each
 * answered before the session counts as subscribed. Network thread.
 *
 * <p>Binance Spot API, "WebSocket Streams", read 2026-11: 5 messages a second, pings and pongs among them.
 */
final class Subscription {
    private static final int STREAMS_PER_REQUEST = 100;
    private static final long INTERVAL_NS = 300_000_000L;

    private final List<String> streams;
    private int sent;
    private int requests;
    private int answers;
    private long nextAtNs;

    /**
     * Makes a subscription with nothing sent.
     *
     * @param nowNs monotonic time
     */
    Subscription(List<String> streams, long nowNs) {
        this.streams = streams;
        this.nextAtNs = nowNs;
    }

    /** Sends the request that is due. */
    void poll(Session session, long nowNs) {
        if (sent == streams.size() || nowNs - nextAtNs < 0) {
            return;
        }
        int to = Math.min(streams.size(), sent + STREAMS_PER_REQUEST);
        if (session.sendText(request(requests + 1, streams.subList(sent, to))).isAccepted()) {
            requests++;
            sent = to;
            nextAtNs = nowNs + INTERVAL_NS;
        }
    }

    /** Takes the venue's yes; true when it was the last one missing. */
    boolean onDone(long id) {
        if (id < 1 || id > requests) {
            return false;
        }
        answers++;
        return answers == requests && sent == streams.size();
    }

    private static String request(int id, List<String> streams) {
        StringJoiner params = new StringJoiner("\",\"", "[\"", "\"]");
        streams.forEach(params::add);
        return "{\"method\":\"SUBSCRIBE\",\"params\":" + params + ",\"id\":" + id + "}";
    }
}
