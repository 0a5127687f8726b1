package io.lockstep.gateway.binance.marketdata.session;

import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.BOOK_GAPS;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.BOOK_UPDATES_DROPPED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.BOOK_UPDATES_IGNORED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.DEPTH_REFUSED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.DUPLICATES;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.EVENTS_PUBLISHED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.EVENTS_REFUSED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.PRICE_GAPS;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.QUOTES_CONFLATED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.SNAPSHOTS_FAILED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.SNAPSHOTS_POSTPONED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.SNAPSHOTS_REQUESTED;
import static io.lockstep.gateway.binance.marketdata.session.MarketDataCounter.TRADES_LOST;

import io.lockstep.gateway.binance.marketdata.BookStream;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.binary.BinaryDecoder;
import io.lockstep.gateway.binance.marketdata.book.BookFeed;
import io.lockstep.gateway.binance.marketdata.book.BookSynchronizer;
import io.lockstep.gateway.binance.marketdata.book.SnapshotScheduler;
import io.lockstep.gateway.binance.marketdata.book.SnapshotSettings;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** What happens to a frame of one line on its way to the ring. Network thread. */
final class FeedPipeline implements SnapshotClient.Receiver {
    private final List<PlannedStream> streams;
    private final EventEncoder encoder;
    private final BookFeed books;
    private final DuplicateFilter filter;
    private final MarketDataDecoder decoder;
    private final BinaryDecoder binaryDecoder;
    private final SnapshotScheduler snapshots;
    private final SnapshotClient snapshotClient;
    private final PendingGaps gaps;
    private int lastStream = -1;

    /** Makes the pipeline of a line whose tasks from other threads go through {@code thread}. */
    FeedPipeline(FeedParts parts, SocketPlan plan, Executor thread) {
        this.streams = plan.streams();
        this.encoder = new EventEncoder(parts.publisher());
        this.gaps = new PendingGaps(encoder);
        this.snapshotClient = new SnapshotClient(parts, thread, this);
        this.snapshots = new SnapshotScheduler(
                SnapshotSettings.ofWeight(
                        SnapshotClient.weight(parts.product(), parts.settings().snapshotLevels())),
                snapshotClient,
                parts.weights(),
                plan.name().hashCode());
        this.books = new BookFeed(encoder, snapshots);
        boolean wholeBooks = parts.settings().streams().book() == BookStream.CHANGES;
        this.filter = new DuplicateFilter(books, parts.idLimit(), parts.product() == Product.SPOT, wholeBooks);
        this.decoder = new MarketDataDecoder(parts.product(), parts.symbols(), filter, plan.streamNames());
        this.binaryDecoder = new BinaryDecoder(parts.symbols(), parts.idLimit(), filter, plan.streamNames());
        if (wholeBooks) {
            synchronizeBooks(parts);
        }
    }

    /** Decodes one frame and publishes what is in it. */
    DecodeOutcome decode(DirectBuffer buffer, int offset, int length, boolean text, long receivedNs) {
        if (text) {
            DecodeOutcome outcome = decoder.decode(buffer, offset, length, receivedNs);
            lastStream = decoder.lastStream();
            return outcome;
        }
        DecodeOutcome outcome = binaryDecoder.decode(buffer, offset, length, receivedNs);
        lastStream = binaryDecoder.lastStream();
        return outcome;
    }

    /** Position of the last frame's stream in the plan; negative where it is none of them. */
    int lastStream() {
        return lastStream;
    }

    /** The session was replaced and nothing lost. */
    void onReplaced() {
        books.onReplaced();
    }

    /** The session was lost: prices are not to be believed until new ones come. */
    void onDisconnected(long nowNs) {
        for (PlannedStream stream : streams) {
            if (stream.pricing() && !books.isLive(stream.instrumentId())) {
                gaps.add(stream.instrumentId(), "DISCONNECTED", nowNs);
            }
        }
        books.onDisconnected(nowNs);
        filter.onDisconnected();
    }

    /** A stream is mute. */
    void onMute(int stream, long nowNs) {
        PlannedStream mute = streams.get(stream);
        if (mute.pricing() && !books.onMute(mute.instrumentId(), nowNs)) {
            gaps.add(mute.instrumentId(), "MUTE", nowNs);
        }
    }

    /** Sends what waits and looks for silence; call about every 20 ms. */
    void onTimer(long nowNs) {
        gaps.flush(nowNs);
        books.onTimer(nowNs);
    }

    @Override
    public void onSnapshot(int instrumentId, byte[] body, long receivedNs) {
        DecodeOutcome outcome = decoder.decode(new UnsafeBuffer(body), 0, body.length, receivedNs, instrumentId);
        if (outcome != DecodeOutcome.DELIVERED) {
            onSnapshotFailed(instrumentId, receivedNs);
        }
    }

    @Override
    public void onSnapshotFailed(int instrumentId, long nowNs) {
        snapshots.want(instrumentId, nowNs);
    }

    /** Shows the counts to other threads. */
    void tell(LineTally tally) {
        for (DecodeOutcome outcome : DecodeOutcome.values()) {
            tally.set(outcome, decoder.count(outcome) + binaryDecoder.count(outcome));
        }
        tally.set(EVENTS_PUBLISHED, encoder.published());
        tally.set(EVENTS_REFUSED, encoder.refused());
        tally.set(DEPTH_REFUSED, encoder.depthRefused());
        tally.set(QUOTES_CONFLATED, encoder.conflated());
        tally.set(DUPLICATES, filter.duplicates());
        tally.set(TRADES_LOST, filter.lostTrades());
        tally.set(PRICE_GAPS, gaps.published());
        tally.set(BOOK_GAPS, books.sum(BookSynchronizer::gaps));
        tally.set(BOOK_UPDATES_IGNORED, books.sum(BookSynchronizer::ignored));
        tally.set(BOOK_UPDATES_DROPPED, books.sum(BookSynchronizer::dropped));
        tally.set(SNAPSHOTS_REQUESTED, snapshots.requests());
        tally.set(SNAPSHOTS_POSTPONED, snapshots.postponed());
        tally.set(SNAPSHOTS_FAILED, snapshotClient.failures());
    }

    private void synchronizeBooks(FeedParts parts) {
        long staleAfterNs =
                TimeUnit.MILLISECONDS.toNanos(parts.settings().liveness().bookBehindQuotesMs());
        streams.stream()
                .filter(PlannedStream::pricing)
                .mapToInt(PlannedStream::instrumentId)
                .distinct()
                .forEach(id -> books.synchronize(
                        id, new BookSynchronizer(id, parts.product(), encoder, snapshots, staleAfterNs)));
    }
}
