package io.lockstep.gateway.binance.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.EventText;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.WeightBudget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookSynchronizerTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> story = new ArrayList<>();
    private final FakePublisher publisher =
            new FakePublisher(event -> story.add(EventText.of(event).replaceFirst(" part=0 last \\S+", "")));
    private final EventEncoder encoder = new EventEncoder(publisher);
    private final SnapshotScheduler snapshots = new SnapshotScheduler(
            new SnapshotSettings(250, SECOND, SECOND, SECOND),
            id -> story.add("request " + id),
            new WeightBudget(3_000, 6_000),
            1);
    private long now;

    @ParameterizedTest
    @CsvSource({
        // U, u, snapshot id, whether the update is applied, ignored or a gap
        "10,20,9,applied",
        "10,20,10,applied",
        "10,20,19,applied",
        "10,20,20,ignored",
        "10,20,30,ignored",
        "10,20,8,gap"
    })
    void shouldStartASpotBookByTheRuleThatRealDataNeeds(long first, long last, long snapshotId, String expected) {
        BookSynchronizer book = new BookSynchronizer(1, Product.SPOT, encoder, snapshots, 3 * SECOND);

        book.onDepth(update(first, last, FixedPoint.NULL), now);
        book.onDepth(snapshot(snapshotId), now);

        assertThat(result(book, last)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10,20,8,15,applied",
        "10,20,8,10,applied",
        "10,20,8,20,applied",
        "10,20,8,21,ignored",
        "10,20,8,9,applied",
        "10,20,8,8,applied",
        "10,20,8,7,gap"
    })
    void shouldStartAFuturesBookByTheUpdateThatSpansOrFollowsTheSnapshot(
            long first, long last, long previous, long snapshotId, String expected) {
        BookSynchronizer book = new BookSynchronizer(1, Product.USDM, encoder, snapshots, 3 * SECOND);

        book.onDepth(update(first, last, previous), now);
        book.onDepth(snapshot(snapshotId), now);

        assertThat(result(book, last)).isEqualTo(expected);
    }

    @Test
    void shouldTellAGapAtOnceAndResumeFromTheNextSnapshotWithoutLosingWhatCameMeanwhile() {
        BookSynchronizer book = liveSpotBook(100);

        book.onDepth(update(101, 102, FixedPoint.NULL), now);
        book.onDepth(update(105, 106, FixedPoint.NULL), now);
        book.onDepth(update(107, 108, FixedPoint.NULL), now);
        snapshots.poll(now);
        book.onDepth(snapshot(106), now);
        book.onDepth(update(109, 109, FixedPoint.NULL), now);

        assertThat(story)
                .containsExactly(
                        "depth 1 DELTA U=101 u=102 pu=NULL b100x5".replace("NULL", Long.toString(FixedPoint.NULL)),
                        "gap 1 expected=103 received=105 GAP",
                        "request 1",
                        "depth 1 SNAPSHOT U=106 u=106 pu=NULL b90x1 a200x1"
                                .replace("NULL", Long.toString(FixedPoint.NULL)),
                        "depth 1 DELTA U=107 u=108 pu=NULL b100x5".replace("NULL", Long.toString(FixedPoint.NULL)),
                        "depth 1 DELTA U=109 u=109 pu=NULL b100x5".replace("NULL", Long.toString(FixedPoint.NULL)));
        assertThat(book.gaps()).isEqualTo(1);
    }

    @Test
    void shouldAskAgainWhenTheSnapshotIsOlderThanTheFirstUpdate() {
        BookSynchronizer book = new BookSynchronizer(1, Product.SPOT, encoder, snapshots, 3 * SECOND);
        book.onDepth(update(50, 60, FixedPoint.NULL), now);
        snapshots.poll(now);

        book.onDepth(snapshot(40), now);
        snapshots.poll(now);
        assertThat(story).containsExactly("request 1");

        now += 2 * SECOND;
        snapshots.poll(now);
        book.onDepth(snapshot(55), now);
        assertThat(story.subList(0, 2)).containsExactly("request 1", "request 1");
        assertThat(book.isLive()).isTrue();
        assertThat(book.gaps()).isZero();
    }

    @Test
    void shouldIgnoreDuplicates() {
        BookSynchronizer book = liveSpotBook(100);
        long olderThanTheSnapshot = book.ignored();

        book.onDepth(update(101, 102, FixedPoint.NULL), now);
        book.onDepth(update(101, 102, FixedPoint.NULL), now);

        assertThat(story).hasSize(1);
        assertThat(olderThanTheSnapshot).isEqualTo(1);
        assertThat(book.ignored()).isEqualTo(2);
    }

    @Test
    void shouldFindABookThatCrossesItself() {
        BookSynchronizer book = liveSpotBook(100);
        DepthMessage crossing = update(101, 101, FixedPoint.NULL);
        crossing.bids().add(200, 1);

        book.onDepth(crossing, now);

        assertThat(story).last().isEqualTo("gap 1 expected=102 received=101 CROSSED");
        assertThat(book.isLive()).isFalse();
    }

    @Test
    void shouldFindASilentBookWhileQuotesMove() {
        BookSynchronizer book = liveSpotBook(100);
        now += 4 * SECOND;
        book.onTimer(now);
        assertThat(book.isLive()).isTrue();

        book.onQuote(new QuoteMessage().updateId(105));
        book.onTimer(now);

        assertThat(story).containsExactly("gap 1 expected=101 received=105 SILENT");
    }

    @Test
    void shouldCountAFullRingAsAGapAndTellItAsSoonAsThereIsRoom() {
        BookSynchronizer book = liveSpotBook(100);
        publisher.room(0);
        book.onDepth(update(101, 102, FixedPoint.NULL), now);
        assertThat(book.isLive()).isFalse();

        publisher.room(100);
        book.onDepth(update(103, 104, FixedPoint.NULL), now);
        book.onDepth(snapshot(100), now);

        assertThat(story).first().isEqualTo("gap 1 expected=101 received=101 RING_FULL");
        assertThat(story).hasSize(4);
        assertThat(book.book().lastUpdateId()).isEqualTo(104);
    }

    @Test
    void shouldStartAnewAfterADisconnect() {
        BookSynchronizer book = liveSpotBook(100);

        book.onDisconnected(now);
        book.onDepth(snapshot(200), now);
        snapshots.poll(now);
        assertThat(story).containsExactly("gap 1 expected=101 received=" + FixedPoint.NULL + " DISCONNECTED");

        book.onDepth(update(300, 301, FixedPoint.NULL), now);
        snapshots.poll(now);
        book.onDepth(snapshot(300), now);
        assertThat(book.isLive()).isTrue();
    }

    private BookSynchronizer liveSpotBook(long snapshotId) {
        BookSynchronizer book = new BookSynchronizer(1, Product.SPOT, encoder, snapshots, 3 * SECOND);
        book.onDepth(update(snapshotId, snapshotId, FixedPoint.NULL), now);
        snapshots.poll(now);
        book.onDepth(snapshot(snapshotId), now);
        story.clear();
        return book;
    }

    private static String result(BookSynchronizer book, long updateId) {
        if (!book.isLive()) {
            return "gap";
        }
        return book.book().lastUpdateId() == updateId && book.book().bidQuantityAt(100) > 0 ? "applied" : "ignored";
    }

    private static DepthMessage update(long first, long last, long previous) {
        DepthMessage update = new DepthMessage();
        update.clear();
        update.instrumentId(1);
        update.updateIds(first, last, previous);
        update.bids().add(100, 5);
        return update;
    }

    private static DepthMessage snapshot(long id) {
        DepthMessage snapshot = new DepthMessage();
        snapshot.clear();
        snapshot.instrumentId(1);
        snapshot.snapshot(true);
        snapshot.updateIds(id, id, FixedPoint.NULL);
        snapshot.bids().add(90, 1);
        snapshot.asks().add(200, 1);
        return snapshot;
    }
}
