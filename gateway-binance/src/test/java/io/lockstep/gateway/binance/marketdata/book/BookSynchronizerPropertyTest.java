package io.lockstep.gateway.binance.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.WeightBudget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A synthetic venue whose stream drops, repeats and swaps updates and whose snapshots come late: whenever the engine's book is
 * valid it is the venue's book at that update id, every drop is found, and the book recovers.
 */
class BookSynchronizerPropertyTest {
    private static final long SEED = 77;

    private final Random random = new Random(SEED);
    private final EngineBook engine = new EngineBook(this::compare);
    private final EventEncoder encoder = new EventEncoder(new FakePublisher(event -> engine.onEvent(event)));
    private final Deque<Long> requestedAt = new ArrayDeque<>();
    private final OrderBook venue = new OrderBook();
    private final Deque<DepthMessage> recent = new ArrayDeque<>();
    private long id = 1_000;
    private long nowNs;
    private int compared;
    private int dropped;

    @ParameterizedTest
    @EnumSource(Product.class)
    void shouldNeverShowAWrongBook(Product product) {
        SnapshotScheduler snapshots = new SnapshotScheduler(
                new SnapshotSettings(1, 50, 10, 100),
                i -> requestedAt.add(nowNs),
                new WeightBudget(1_000_000, 1_000_000),
                SEED);
        BookSynchronizer book = new BookSynchronizer(0, product, encoder, snapshots, Long.MAX_VALUE / 2);
        venue.markValid(id);

        for (int step = 0; step < 50_000; step++) {
            nowNs += 10;
            deliver(book, nextUpdate());
            snapshots.poll(nowNs);
            while (!requestedAt.isEmpty() && requestedAt.peek() + random.nextInt(100) < nowNs) {
                requestedAt.poll();
                book.onDepth(venueSnapshot(), nowNs);
            }
        }

        assertThat(dropped).isGreaterThan(500);
        assertThat(engine.gaps.size()).as("seed %d", SEED).isGreaterThan(400);
        assertThat(book.gaps()).isEqualTo(engine.gaps.size());
        assertThat(compared).as("seed %d", SEED).isGreaterThan(10_000);
    }

    /** Usually delivers an update; sometimes loses it, repeats an old one, or swaps it with the next. */
    private void deliver(BookSynchronizer book, DepthMessage update) {
        switch (random.nextInt(100)) {
            case 0, 1 -> dropped++;
            case 2 -> {
                book.onDepth(update, nowNs);
                book.onDepth(recent.getFirst(), nowNs);
            }
            case 3 -> {
                DepthMessage later = nextUpdate();
                book.onDepth(later, nowNs);
                book.onDepth(update, nowNs);
            }
            default -> book.onDepth(update, nowNs);
        }
    }

    private DepthMessage nextUpdate() {
        DepthMessage update = new DepthMessage();
        update.clear();
        long previous = id;
        id += 1 + random.nextInt(5);
        update.updateIds(previous + 1, id, previous);
        for (int i = random.nextInt(4); i >= 0; i--) {
            boolean bid = random.nextBoolean();
            long price = bid ? 1_000 - random.nextInt(20) : 1_001 + random.nextInt(20);
            long quantity = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1_000_000);
            (bid ? update.bids() : update.asks()).add(price, quantity);
            if (bid) {
                venue.setBid(price, quantity);
            } else {
                venue.setAsk(price, quantity);
            }
        }
        venue.markValid(id);
        recent.add(update);
        if (recent.size() > 3) {
            recent.removeFirst();
        }
        return update;
    }

    private DepthMessage venueSnapshot() {
        DepthMessage snapshot = new DepthMessage();
        snapshot.clear();
        snapshot.snapshot(true);
        snapshot.updateIds(id, id, FixedPoint.NULL);
        for (int i = 0; i < venue.bidLevels(); i++) {
            snapshot.bids().add(venue.bidPrice(i), venue.bidQuantity(i));
        }
        for (int i = 0; i < venue.askLevels(); i++) {
            snapshot.asks().add(venue.askPrice(i), venue.askQuantity(i));
        }
        return snapshot;
    }

    /** The engine's book at the venue's latest id must be the venue's book. */
    private void compare() {
        if (!engine.book.isValid() || engine.book.lastUpdateId() != id) {
            return;
        }
        compared++;
        assertThat(engine.book.bidLevels()).as("id %d, seed %d", id, SEED).isEqualTo(venue.bidLevels());
        assertThat(engine.book.askLevels()).as("id %d, seed %d", id, SEED).isEqualTo(venue.askLevels());
        for (int i = 0; i < venue.bidLevels(); i++) {
            assertThat(engine.book.bidQuantityAt(venue.bidPrice(i))).isEqualTo(venue.bidQuantity(i));
        }
        for (int i = 0; i < venue.askLevels(); i++) {
            assertThat(engine.book.askQuantityAt(venue.askPrice(i))).isEqualTo(venue.askQuantity(i));
        }
    }
}
