package io.lockstep.strategies.indicator.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.strategies.AllocationProbe;
import org.junit.jupiter.api.Test;

class MicrostructureTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long ONE = FixedPoint.ONE;

    @Test
    void shouldComputeTheWorkedExample() {
        BookImbalance imbalance = BookImbalance.flat(1);
        Microprice microprice = new Microprice();
        OrderFlowImbalance flow = new OrderFlowImbalance(1, 1);
        OrderBook first = book("100.0", "30", "100.1", "10");
        OrderBook second = book("100.0", "20", "100.1", "10");

        imbalance.onBook(0, first);
        microprice.onBook(0, first);
        flow.onBook(0, first);
        flow.onBook(1, second);

        assertThat(imbalance.output(0)).isEqualTo(0.5);
        assertThat(microprice.output(Microprice.MICROPRICE)).isCloseTo(100.075, within(1e-12));
        assertThat(flow.output(OrderFlowImbalance.UPDATE)).isEqualTo(-10);
    }

    @Test
    void shouldBeZeroImbalanceWhenTheBookIsEmpty() {
        BookImbalance imbalance = BookImbalance.fading(5, 0.5);

        imbalance.onBook(0, new OrderBook());

        assertThat(imbalance.output(0)).isZero();
    }

    @Test
    void shouldHoldAndFlagTheMicropriceWhileTheBookIsCrossed() {
        Microprice microprice = new Microprice();
        microprice.onBook(0, book("100.0", "30", "100.1", "10"));

        microprice.onBook(1, book("100.2", "30", "100.1", "10"));

        assertThat(microprice.output(Microprice.HELD)).isEqualTo(1);
        assertThat(microprice.output(Microprice.MID)).isCloseTo(100.05, within(1e-12));
    }

    @Test
    void shouldNotBeReadyBeforeTheFirstTwoSidedBook() {
        Microprice microprice = new Microprice();
        OrderBook onlyBids = new OrderBook();
        onlyBids.setBid(ONE, ONE);

        microprice.onBook(0, onlyBids);

        assertThat(microprice.isReady()).isFalse();
    }

    @Test
    void shouldPassOverAOneSidedBookInOrderFlow() {
        OrderFlowImbalance flow = new OrderFlowImbalance(1, 1);
        OrderBook onlyBids = new OrderBook();
        onlyBids.setBid(100 * ONE, 5 * ONE);
        flow.onBook(0, book("100", "30", "101", "10"));

        flow.onBook(1, onlyBids);
        flow.onBook(2, book("100", "35", "101", "10"));

        assertThat(flow.output(OrderFlowImbalance.UPDATE)).isEqualTo(5);
    }

    @Test
    void shouldNormalizeOrderFlowByItsMeanSize() {
        OrderFlowImbalance flow = new OrderFlowImbalance(2, 4);
        String[] bidQuantities = {"10", "14", "18", "16", "20"};

        for (String quantity : bidQuantities) {
            flow.onBook(0, book("100", quantity, "101", "10"));
        }

        assertThat(flow.output(OrderFlowImbalance.SUM)).isEqualTo(2);
        assertThat(flow.output(OrderFlowImbalance.NORMALIZED)).isEqualTo(2 / (3.5 * 2));
    }

    @Test
    void shouldForgetTradesAtTheOpenEndOfTheWindow() {
        TradeFlowImbalance flow = new TradeFlowImbalance(10 * SECOND, 8);

        flow.onTrade(0, ONE, 3 * ONE, Side.SELL);
        flow.onTrade(10 * SECOND, ONE, ONE, Side.BUY);

        assertThat(flow.output(0)).isEqualTo(1);
    }

    @Test
    void shouldCountTradesThatLeaveAFullWindowEarly() {
        TradeFlowImbalance flow = new TradeFlowImbalance(10 * SECOND, 2);

        flow.onTrade(0, ONE, 8 * ONE, Side.SELL);
        flow.onTrade(1, ONE, 3 * ONE, Side.SELL);
        flow.onTrade(2, ONE, ONE, Side.BUY);

        assertThat(flow.overflows()).isEqualTo(1);
        assertThat(flow.output(0)).isEqualTo(-0.5);
    }

    @Test
    void shouldIgnoreTradesWithoutAggressor() {
        TradeFlowImbalance window = new TradeFlowImbalance(SECOND, 8);
        FadingTradeFlow fading = new FadingTradeFlow(SECOND);

        window.onTrade(0, ONE, ONE, Side.NONE);
        fading.onTrade(0, ONE, ONE, Side.NONE);

        assertThat(window.isReady()).isFalse();
        assertThat(fading.isReady()).isFalse();
    }

    @Test
    void shouldHalveATradesWeightEveryHalfLife() {
        FadingTradeFlow flow = new FadingTradeFlow(5 * SECOND);

        flow.onTrade(0, ONE, 4 * ONE, Side.BUY);
        flow.onTrade(5 * SECOND, ONE, ONE, Side.SELL);

        assertThat(flow.output(0)).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void shouldAllocateNothingAfterConstruction() {
        Feed feed = new Feed();

        long allocated = AllocationProbe.leastAllocated(() -> feed.run(5_000));

        assertThat(allocated).isZero();
    }

    private static OrderBook book(String bid, String bidQuantity, String ask, String askQuantity) {
        OrderBook book = new OrderBook();
        book.setBid(FixedPoint.parse(bid), FixedPoint.parse(bidQuantity));
        book.setAsk(FixedPoint.parse(ask), FixedPoint.parse(askQuantity));
        book.markValid(1);
        return book;
    }

    private static final class Feed {
        private final OrderBook book = book("100", "5", "101", "7");
        private final BookImbalance imbalance = BookImbalance.fading(5, 0.5);
        private final Microprice microprice = new Microprice();
        private final OrderFlowImbalance orderFlow = new OrderFlowImbalance(20, 500);
        private final TradeFlowImbalance tradeFlow = new TradeFlowImbalance(SECOND, 64);
        private final FadingTradeFlow fading = new FadingTradeFlow(SECOND);
        private long now;

        void run(int events) {
            for (int i = 0; i < events; i++) {
                now += 50_000_000;
                book.setBid(100 * ONE, (1 + i % 9) * ONE);
                imbalance.onBook(now, book);
                microprice.onBook(now, book);
                orderFlow.onBook(now, book);
                tradeFlow.onTrade(now, ONE, ONE, i % 3 == 0 ? Side.SELL : Side.BUY);
                fading.onTrade(now, ONE, ONE, i % 3 == 0 ? Side.SELL : Side.BUY);
            }
        }
    }
}
