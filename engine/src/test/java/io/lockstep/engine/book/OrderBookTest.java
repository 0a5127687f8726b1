package io.lockstep.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderBookTest {
    private final OrderBook book = new OrderBook();

    @Test
    void shouldListTheBestLevelFirst() {
        book.setBid(99, 1);
        book.setBid(101, 3);
        book.setBid(100, 2);
        book.setAsk(103, 5);
        book.setAsk(102, 4);

        assertThat(book.bidPrice(0)).isEqualTo(101);
        assertThat(book.bidQuantity(2)).isEqualTo(1);
        assertThat(book.askPrice(0)).isEqualTo(102);
        assertThat(book.askQuantity(1)).isEqualTo(5);
        assertThat(book.isCrossed()).isFalse();
    }

    @Test
    void shouldShowZeroWhereThereIsNoLevel() {
        assertThat(book.bidPrice(0)).isZero();
        assertThat(book.askQuantity(7)).isZero();
        assertThat(book.bidQuantityAt(100)).isZero();
        assertThat(book.isCrossed()).isFalse();
    }

    @Test
    void shouldCallALockedOrInvertedBookCrossed() {
        book.setBid(100, 1);
        book.setAsk(100, 1);
        assertThat(book.isCrossed()).isTrue();

        book.setAsk(100, 0);
        book.setAsk(99, 1);
        assertThat(book.isCrossed()).isTrue();
    }

    @Test
    void shouldIgnoreTheRemovalOfALevelThatIsNotThere() {
        book.setAsk(100, 0);

        assertThat(book.askLevels()).isZero();
    }

    @Test
    void shouldBeInvalidUntilAnUpdateIsComplete() {
        book.markValid(17);
        assertThat(book.isValid()).isTrue();
        assertThat(book.lastUpdateId()).isEqualTo(17);

        book.clear();
        assertThat(book.isValid()).isFalse();
        assertThat(book.lastUpdateId()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldDoAsASortedMapDoes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        TreeMap<Long, Long> asks = new TreeMap<>();

        for (int step = 0; step < 20_000; step++) {
            boolean bid = random.nextBoolean();
            // most updates are near the best, some far away, as on a venue
            long price = 10_000 + (random.nextInt(8) == 0 ? random.nextInt(5_000) : random.nextInt(40));
            long quantity = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 1_000);
            apply(bid ? bids : asks, price, quantity);
            if (bid) {
                book.setBid(price, quantity);
            } else {
                book.setAsk(price, quantity);
            }
            compareTop(bids, asks, seed, step);
        }
        compareAll(bids, asks);
    }

    @Test
    void shouldGrowBeyondItsFirstSize() {
        for (long price = 5_000; price > 0; price--) {
            book.setBid(price, price);
        }

        assertThat(book.bidLevels()).isEqualTo(5_000);
        assertThat(book.bidPrice(4_999)).isEqualTo(1);
        assertThat(book.bidQuantityAt(2_500)).isEqualTo(2_500);
    }

    private static void apply(TreeMap<Long, Long> side, long price, long quantity) {
        if (quantity == 0) {
            side.remove(price);
        } else {
            side.put(price, quantity);
        }
    }

    private void compareTop(TreeMap<Long, Long> bids, TreeMap<Long, Long> asks, long seed, int step) {
        boolean same = book.bidLevels() == bids.size()
                && book.askLevels() == asks.size()
                && book.bidPrice(0) == (bids.isEmpty() ? 0 : bids.firstKey())
                && book.askPrice(0) == (asks.isEmpty() ? 0 : asks.firstKey())
                && book.bidQuantity(0)
                        == (bids.isEmpty() ? 0 : bids.firstEntry().getValue());
        if (!same) {
            throw new AssertionError("seed " + seed + " step " + step + ": " + bids.firstEntry() + " and "
                    + asks.firstEntry() + " against " + book.bidPrice(0) + " and " + book.askPrice(0));
        }
    }

    private void compareAll(TreeMap<Long, Long> bids, TreeMap<Long, Long> asks) {
        int level = 0;
        for (Map.Entry<Long, Long> each : bids.entrySet()) {
            assertThat(book.bidPrice(level)).isEqualTo(each.getKey());
            assertThat(book.bidQuantity(level++)).isEqualTo(each.getValue());
            assertThat(book.bidQuantityAt(each.getKey())).isEqualTo(each.getValue());
        }
        level = 0;
        for (Map.Entry<Long, Long> each : asks.entrySet()) {
            assertThat(book.askPrice(level)).isEqualTo(each.getKey());
            assertThat(book.askQuantity(level++)).isEqualTo(each.getValue());
            assertThat(book.askQuantityAt(each.getKey())).isEqualTo(each.getValue());
        }
    }
}
