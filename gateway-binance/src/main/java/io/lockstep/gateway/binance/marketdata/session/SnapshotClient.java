package io.lockstep.gateway.binance.marketdata.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.gateway.binance.marketdata.book.SnapshotScheduler.SnapshotSource;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpOutcome;
import java.net.URLEncoder;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches book snapshots over REST and hands them over on the line's network thread.
 *
 * <p>Binance Spot API, "Order book", weights by levels 5, 25, 50, 250; USDⓈ-M Futures, "Order Book", 2, 5, 10, 20; read 2026-11.
 */
final class SnapshotClient implements SnapshotSource {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotClient.class);

    private final FeedParts parts;
    private final Executor thread;
    private final Receiver receiver;
    private long failures;

    /** Takes snapshots. */
    interface Receiver {
        /** A snapshot came. */
        void onSnapshot(int instrumentId, byte[] body, long receivedNs);

        /** None came; ask again. */
        void onSnapshotFailed(int instrumentId, long nowNs);
    }

    SnapshotClient(FeedParts parts, Executor thread, Receiver receiver) {
        this.parts = parts;
        this.thread = thread;
        this.receiver = receiver;
    }

    /** Weight of a request for this many levels. */
    static int weight(Product product, int levels) {
        if (product == Product.SPOT) {
            return levels <= 100 ? 5 : levels <= 500 ? 25 : levels <= 1000 ? 50 : 250;
        }
        return levels <= 50 ? 2 : levels <= 100 ? 5 : levels <= 500 ? 10 : 20;
    }

    /** Levels a product gives at most of what is wanted; one of the numbers it knows. */
    static int levels(Product product, int wanted) {
        int[] known = product == Product.SPOT ? new int[] {100, 500, 1000, 5000} : new int[] {100, 500, 1000};
        for (int levels : known) {
            if (wanted <= levels) {
                return levels;
            }
        }
        return known[known.length - 1];
    }

    /** Requests that brought no snapshot. */
    long failures() {
        return failures;
    }

    @Override
    public void request(int instrumentId) {
        long sentNs = parts.clock().wallNs();
        var unused = parts.rest()
                .send(HttpCall.of("GET", path(instrumentId)))
                .thenAccept(outcome -> thread.execute(() -> deliver(instrumentId, outcome, sentNs)));
    }

    private void deliver(int instrumentId, HttpOutcome outcome, long sentNs) {
        HttpAnswer answer = outcome instanceof HttpOutcome.Answered answered ? answered.answer() : null;
        if (answer != null) {
            parts.weights().learn(answer, sentNs, parts.clock().wallNs());
        }
        if (answer != null && answer.isSuccess()) {
            receiver.onSnapshot(instrumentId, answer.body(), answer.receivedNs());
        } else {
            fail(instrumentId, answer, outcome);
        }
    }

    private void fail(int instrumentId, @Nullable HttpAnswer answer, HttpOutcome outcome) {
        failures++;
        LOG.warn(
                "No snapshot: product={}, symbol={}, outcome={}",
                parts.product(),
                parts.symbol(instrumentId),
                answer == null ? outcome : answer);
        receiver.onSnapshotFailed(instrumentId, parts.clock().wallNs());
    }

    private String path(int instrumentId) {
        String path = parts.product() == Product.SPOT ? "/api/v3/depth" : "/fapi/v1/depth";
        int levels = levels(parts.product(), parts.settings().snapshotLevels());
        return path + "?symbol=" + URLEncoder.encode(parts.symbol(instrumentId), UTF_8) + "&limit=" + levels;
    }
}
