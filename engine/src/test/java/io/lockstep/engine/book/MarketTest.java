package io.lockstep.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.pipeline.SteppedPublisher;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.testkit.Events;
import org.junit.jupiter.api.Test;

class MarketTest {
    private static final long[] NOTHING = {};
    private static final long SECOND_NS = 1_000_000_000L;

    private final Market market = new Market(instrumentId -> true);
    private final Events events = new Events(new SteppedPublisher(0, market::onEvent));
    private final InstrumentView view = market.view(0);

    @Test
    void shouldKnowTheLatestOfEverything() {
        events.quote(0, 100, 3, 102, 4);
        events.trade(0, 101, 1);
        events.mark(0, 103);
        events.status(0, TradingStatusKind.HALTED);

        assertThat(view.top().bidPrice()).isEqualTo(100);
        assertThat(view.top().askQuantity()).isEqualTo(4);
        assertThat(view.top().mid()).isEqualTo(101);
        assertThat(view.lastPrice()).isEqualTo(101);
        assertThat(view.markPrice()).isEqualTo(103);
        assertThat(view.status()).isEqualTo(TradingStatusKind.HALTED);
    }

    @Test
    void shouldEstimateValueByTheBestThereIs() {
        assertThat(view.fairPrice()).isZero();
        events.trade(0, 90, 1);
        assertThat(view.fairPrice()).isEqualTo(90);
        events.quote(0, 100, 102);
        assertThat(view.fairPrice()).isEqualTo(101);
        events.mark(0, 95);
        assertThat(view.fairPrice()).isEqualTo(95);
    }

    @Test
    void shouldNotTakeTradesThatDoNotPrintAsLast() {
        events.trade(0, 100, 1);
        events.trade(0, 500, 1, trade -> trade.flags().noOpenClose(true));
        events.trade(0, 600, 1, trade -> trade.flags().bust(true));
        events.trade(0, 700, 1, trade -> trade.flags().correction(true));

        assertThat(view.lastPrice()).isEqualTo(100);
    }

    @Test
    void shouldMakeTheQuoteFromTheBookWhereNoQuotesCome() {
        events.snapshot(0, new long[] {100, 5, 99, 6}, new long[] {101, 7});
        events.delta(0, new long[] {100, 0}, new long[] {102, 8, 101, 0});

        assertThat(view.top().bidPrice()).isEqualTo(99);
        assertThat(view.top().askPrice()).isEqualTo(102);
        assertThat(view.isStale(events.timeNs(), SECOND_NS)).isFalse();
    }

    @Test
    void shouldLeaveTheQuoteAloneWhereQuotesCome() {
        events.quote(0, 100, 102);
        events.snapshot(0, new long[] {90, 5}, new long[] {110, 7});

        assertThat(view.top().bidPrice()).isEqualTo(100);
        assertThat(view.book().bidPrice(0)).isEqualTo(90);
    }

    @Test
    void shouldNotUseDeltasBeforeTheFirstSnapshot() {
        events.delta(0, new long[] {100, 5}, new long[] {101, 5});

        assertThat(view.book().isValid()).isFalse();
        assertThat(view.top().isTwoSided()).isFalse();
    }

    @Test
    void shouldBeWholeOnlyAfterTheLastPart() {
        events.depth(0, DepthKind.SNAPSHOT, 0, false, new long[] {100, 5}, NOTHING);
        events.depth(0, DepthKind.SNAPSHOT, 1, false, new long[] {99, 5}, NOTHING);
        assertThat(view.book().isValid()).isFalse();

        events.depth(0, DepthKind.SNAPSHOT, 2, true, NOTHING, new long[] {101, 5});
        assertThat(view.book().isValid()).isTrue();
        assertThat(view.book().bidLevels()).isEqualTo(2);

        events.depth(0, DepthKind.DELTA, 0, false, new long[] {102, 5}, NOTHING);
        assertThat(view.book().isValid()).as("half an update").isFalse();
        assertThat(view.top().bidPrice()).as("half an update").isEqualTo(100);

        events.depth(0, DepthKind.DELTA, 1, true, NOTHING, new long[] {101, 0, 103, 5});
        assertThat(view.book().isValid()).isTrue();
        assertThat(view.top().bidPrice()).isEqualTo(102);
        assertThat(view.top().askPrice()).isEqualTo(103);
    }

    @Test
    void shouldNotTrustASnapshotWithAGapInItsMiddle() {
        events.depth(0, DepthKind.SNAPSHOT, 0, false, new long[] {100, 5}, NOTHING);
        events.gap(0);
        events.depth(0, DepthKind.SNAPSHOT, 1, true, NOTHING, new long[] {101, 5});

        assertThat(view.book().isValid()).isFalse();
        assertThat(view.isGapped()).isTrue();
    }

    @Test
    void shouldNotTrustASnapshotThatLacksAPart() {
        events.snapshot(0, new long[] {50, 5}, new long[] {51, 5});

        events.depth(0, DepthKind.SNAPSHOT, 0, false, new long[] {100, 5}, NOTHING);
        events.depth(0, DepthKind.SNAPSHOT, 2, true, NOTHING, new long[] {101, 5});

        assertThat(view.book().isValid()).isFalse();
    }

    @Test
    void shouldNotTrustASnapshotWithoutItsBeginning() {
        events.depth(0, DepthKind.SNAPSHOT, 1, true, NOTHING, new long[] {101, 5});

        assertThat(view.book().isValid()).isFalse();
    }

    @Test
    void shouldNotTrustABookWhoseDeltaWasTorn() {
        events.snapshot(0, new long[] {100, 5}, new long[] {101, 5});

        events.depth(0, DepthKind.DELTA, 0, false, new long[] {100, 0}, NOTHING);
        events.delta(0, new long[] {99, 5}, NOTHING);

        assertThat(view.book().isValid()).isFalse();
        assertThat(view.isGapped()).isTrue();
        assertThat(view.top().isTwoSided()).isFalse();
    }

    @Test
    void shouldRecoverFromAGapWithTheNextSnapshot() {
        events.snapshot(0, new long[] {100, 5}, new long[] {101, 5});
        events.gap(0);
        events.delta(0, new long[] {100, 6}, NOTHING);
        assertThat(view.book().isValid()).isFalse();
        assertThat(view.isStale(events.timeNs(), SECOND_NS)).isTrue();

        events.snapshot(0, new long[] {98, 5}, new long[] {99, 5});
        assertThat(view.book().isValid()).isTrue();
        assertThat(view.book().bidLevels()).isEqualTo(1);
        assertThat(view.isStale(events.timeNs(), SECOND_NS)).isFalse();
    }

    @Test
    void shouldRecoverFromAGapWithTheNextQuoteWhereNoBookIsBuilt() {
        Market best = Market.ofBestPrices();
        Events quotes = new Events(new SteppedPublisher(0, best::onEvent));
        quotes.quote(0, 100, 102);
        quotes.gap(0);
        assertThat(best.view(0).isStale(quotes.timeNs(), SECOND_NS)).isTrue();

        quotes.quote(0, 101, 103);

        assertThat(best.view(0).isStale(quotes.timeNs(), SECOND_NS)).isFalse();
        assertThat(best.view(0).top().mid()).isEqualTo(102);
    }

    @Test
    void shouldBuildNoBookThatNobodyWants() {
        Market none = new Market(instrumentId -> false);
        new Events(new SteppedPublisher(0, none::onEvent)).snapshot(0, new long[] {100, 5}, new long[] {101, 5});

        assertThat(none.view(0).book().isValid()).isFalse();
        assertThat(none.view(0).book().bidLevels()).isZero();
    }

    @Test
    void shouldBeStaleBeforeTheFirstDataAndAfterTheLastIsOld() {
        assertThat(view.isStale(events.timeNs(), SECOND_NS)).isTrue();
        events.quote(0, 100, 102);
        assertThat(view.isStale(events.timeNs() + SECOND_NS, SECOND_NS)).isFalse();
        assertThat(view.isStale(events.timeNs() + SECOND_NS + 1, SECOND_NS)).isTrue();
    }

    @Test
    void shouldNotCallACrossedOrLockedQuoteTwoSided() {
        events.quote(0, 100, 100);
        assertThat(view.top().isTwoSided()).isFalse();
        assertThat(view.top().mid()).isZero();

        events.quote(0, 0, 100);
        assertThat(view.top().isTwoSided()).isFalse();
    }

    @Test
    void shouldSeeInstrumentsApart() {
        events.quote(0, 100, 102);
        events.quote(20, 200, 202);

        assertThat(market.view(0).top().bidPrice()).isEqualTo(100);
        assertThat(market.view(20).top().bidPrice()).isEqualTo(200);
        assertThat(market.size()).isGreaterThan(20);
    }
}
