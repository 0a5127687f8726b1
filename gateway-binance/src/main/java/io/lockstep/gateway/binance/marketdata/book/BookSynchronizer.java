package io.lockstep.gateway.binance.marketdata.book;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.book.UpdateIdRule.Verdict;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.reference.Product;

/**
 * Keeps one instrument's stream of book changes whole.
 *
 * <pre>
 *   BUFFERING ──snapshot that the buffered updates continue──► LIVE
 *       ▲                                                        │
 *       └── gap, crossed book, silence, full ring, reconnect ────┘   publishes the gap at once, wants a snapshot
 * </pre>
 *
 * <p>The engine gets a snapshot, then every update once and in order, or a gap; never an update that does not continue its book.
 * Owned by one thread.
 */
public final class BookSynchronizer {
    private static final int BUFFERED_UPDATES = 4096;

    private final int instrumentId;
    private final UpdateIdRule rule;
    private final EventEncoder encoder;
    private final SnapshotScheduler snapshots;
    private final long staleAfterNs;
    private final UpdateBuffer buffer = new UpdateBuffer(BUFFERED_UPDATES);
    private final OrderBook book = new OrderBook();
    private boolean live;
    private boolean started;
    private boolean gapUnpublished;
    private String gapReason = "";
    private long gapExpectedId;
    private long gapReceivedId;
    private long lastUpdateNs;
    private long lastQuoteId;
    private Continuity continuity = Continuity.SNAPSHOT;
    private long gaps;
    private long ignored;

    /** What the next update has to continue. */
    private enum Continuity {
        SNAPSHOT,
        RESUMED,
        SEQUENCE
    }

    /**
     * Makes a synchronizer that waits for its first update.
     *
     * @param staleAfterNs silence of the book after which moving quotes prove it dead, nanoseconds
     */
    public BookSynchronizer(
            int instrumentId, Product product, EventEncoder encoder, SnapshotScheduler snapshots, long staleAfterNs) {
        this.instrumentId = instrumentId;
        this.rule = UpdateIdRule.of(product);
        this.encoder = encoder;
        this.snapshots = snapshots;
        this.staleAfterNs = staleAfterNs;
    }

    /** Whether the engine's book is whole. */
    public boolean isLive() {
        return live;
    }

    /** Gaps found so far, for any reason. */
    public long gaps() {
        return gaps;
    }

    /** Updates that were already in the book. */
    public long ignored() {
        return ignored;
    }

    /** Updates dropped because too many waited for a snapshot, or because their stream was lost before it came. */
    public long dropped() {
        return buffer.dropped();
    }

    /** The book as the engine has it, for checks on the network thread. */
    public OrderBook book() {
        return book;
    }

    /** Takes a change or a snapshot. */
    public void onDepth(DepthMessage depth, long receivedNs) {
        publishPendingGap(receivedNs);
        if (depth.isSnapshot()) {
            onSnapshot(depth, receivedNs);
        } else {
            onUpdate(depth, receivedNs);
        }
    }

    /** Notes a quote: one newer than the book proves that the book should move. */
    public void onQuote(QuoteMessage quote) {
        lastQuoteId = quote.updateId();
    }

    /** The connection was lost or replaced: whatever was sent in between is missing. */
    public void onDisconnected(long nowNs) {
        buffer.clear();
        lose("DISCONNECTED", FixedPoint.NULL, nowNs);
        snapshots.unwant(instrumentId);
        started = false;
    }

    /** The stream's session was replaced without loss: the next update may overlap what is in the book. */
    public void onReplaced() {
        continuity = continuity == Continuity.SNAPSHOT ? continuity : Continuity.RESUMED;
    }

    /** Nothing came although something should have. */
    public void onMute(long nowNs) {
        lose("MUTE", FixedPoint.NULL, nowNs);
    }

    /** Looks for silence and repeats what could not be published; call about every 100 ms. */
    public void onTimer(long nowNs) {
        publishPendingGap(nowNs);
        if (live && nowNs - lastUpdateNs > staleAfterNs && lastQuoteId > book.lastUpdateId()) {
            lose("SILENT", lastQuoteId, nowNs);
        }
    }

    private void onUpdate(DepthMessage update, long receivedNs) {
        lastUpdateNs = receivedNs;
        if (live) {
            apply(update, receivedNs);
            return;
        }
        buffer.add(update, receivedNs);
        if (!started) {
            started = true;
            snapshots.want(instrumentId, receivedNs);
        }
    }

    /** A snapshot older than the first update kept is of no use; the updates stay, and a newer one is asked for. */
    private void onSnapshot(DepthMessage snapshot, long receivedNs) {
        if (live || !started) {
            ignored++;
            return;
        }
        long snapshotId = snapshot.lastUpdateId();
        while (buffer.size() > 0 && rule.first(buffer.first(), snapshotId) == Verdict.OLD) {
            buffer.removeFirst();
            ignored++;
        }
        if (buffer.size() > 0 && rule.first(buffer.first(), snapshotId) == Verdict.GAP) {
            snapshots.want(instrumentId, receivedNs);
            return;
        }
        if (gapUnpublished || !encoder.onDepth(snapshot, receivedNs)) {
            snapshots.want(instrumentId, receivedNs);
            return;
        }
        start(snapshot, receivedNs);
        while (live && buffer.size() > 0) {
            apply(buffer.first(), buffer.firstReceivedNs());
            if (live) {
                buffer.removeFirst();
            }
        }
    }

    private void start(DepthMessage snapshot, long receivedNs) {
        snapshots.unwant(instrumentId);
        book.clear();
        put(snapshot);
        live = true;
        continuity = Continuity.SNAPSHOT;
        lastUpdateNs = receivedNs;
    }

    private void apply(DepthMessage update, long receivedNs) {
        long bookId = book.lastUpdateId();
        Verdict verdict = verdictOn(update, bookId);
        if (verdict == Verdict.OLD) {
            ignored++;
        } else if (verdict == Verdict.GAP) {
            loseAt(update, "GAP", receivedNs);
        } else if (!encoder.onDepth(update, receivedNs)) {
            loseAt(update, "RING_FULL", receivedNs);
        } else {
            put(update);
            continuity = Continuity.SEQUENCE;
            if (book.isCrossed()) {
                lose("CROSSED", update.lastUpdateId(), receivedNs);
            }
        }
    }

    private Verdict verdictOn(DepthMessage update, long bookId) {
        return switch (continuity) {
            case SNAPSHOT -> rule.first(update, bookId);
            case RESUMED -> rule.resumed(update, bookId);
            case SEQUENCE -> rule.next(update, bookId);
        };
    }

    private void loseAt(DepthMessage update, String reason, long nowNs) {
        lose(reason, update.firstUpdateId(), nowNs);
        if (buffer.size() == 0) {
            buffer.add(update, nowNs);
        }
    }

    private void lose(String reason, long receivedId, long nowNs) {
        if (!live) {
            return;
        }
        live = false;
        gaps++;
        gapReason = reason;
        gapExpectedId = book.lastUpdateId() + 1;
        gapReceivedId = receivedId;
        gapUnpublished = true;
        book.invalidate();
        snapshots.want(instrumentId, nowNs);
        publishPendingGap(nowNs);
    }

    private void publishPendingGap(long nowNs) {
        if (gapUnpublished && encoder.publishGap(instrumentId, gapExpectedId, gapReceivedId, gapReason, nowNs)) {
            gapUnpublished = false;
        }
    }

    private void put(DepthMessage depth) {
        DepthMessage.Levels bids = depth.bids();
        for (int i = 0; i < bids.size(); i++) {
            book.setBid(bids.price(i), bids.quantity(i));
        }
        DepthMessage.Levels asks = depth.asks();
        for (int i = 0; i < asks.size(); i++) {
            book.setAsk(asks.price(i), asks.quantity(i));
        }
        book.markValid(depth.lastUpdateId());
    }
}
