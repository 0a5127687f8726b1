package io.lockstep.simulator.matching;

import static io.lockstep.simulator.matching.VenueKit.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.matching.book.QueueModel;
import io.lockstep.simulator.order.TradingRules;
import org.junit.jupiter.api.Test;

class RestingTest {
    private final VenueKit venue = VenueKit.spot();

    @Test
    void shouldFillOnlyAfterQueueAheadTraded() {
        venue.quote("100", "2", "101", "1");
        venue.buy("1", "100");

        venue.trade(Side.SELL, "100", "1.5");
        venue.trade(Side.SELL, "100", "0.75");
        venue.trade(Side.SELL, "100", "2");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.25@100 maker", "fill 1 0.75@100 maker");
    }

    @Test
    void shouldNotFillByTradesOfTheOtherAggressor() {
        venue.quote("100", "0", "101", "1");
        venue.buy("1", "100");

        venue.trade(Side.BUY, "100", "5");

        assertThat(venue.story.take()).containsExactly("accepted 1");
    }

    @Test
    void shouldFillWhenTradedThroughWhateverTheQueue() {
        venue.quote("100", "50", "101", "1");
        venue.buy("1", "100");

        venue.trade(Side.SELL, "99.99", "0.4");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.4@100 maker");
    }

    @Test
    void shouldShareOneTradeInPriceTimePriority() {
        venue.quote("100", "1", "103", "1");
        venue.buy("0.5", "101");
        venue.buy("0.5", "102");
        venue.submitOther(Side.BUY, "0.5", "101");
        venue.story.take();

        venue.trade(Side.SELL, "101", "1.2");

        assertThat(venue.story.take())
                .containsExactly("fill 2 0.5@102 maker", "fill 1 0.5@101 maker", "fill 3 0.2@101 maker");
    }

    @Test
    void shouldFillWhenMarketQuotesThroughOrder() {
        venue.quote("100", "1", "103", "1");
        venue.buy("0.5", "102");
        venue.story.take();

        venue.quote("100", "1", "101.5", "0.2");
        venue.quote("100", "1", "101.5", "0.2");

        assertThat(venue.story.take()).containsExactly("fill 1 0.2@102 maker");
    }

    @Test
    void shouldCapQueueByWhatIsDisplayed() {
        venue.quote("100", "5", "101", "1");
        venue.buy("1", "100");
        venue.quote("100", "2", "101", "1");
        venue.now += QueueModel.TRADE_LAG_NS + 1;

        venue.trade(Side.SELL, "100", "2.5");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.5@100 maker");
    }

    @Test
    void shouldNotCountDisplayChangeAndLateTradePrintTwice() {
        venue.quote("100", "5", "101", "1");
        venue.buy("1", "100");

        venue.quote("100", "2", "101", "1");
        venue.trade(Side.SELL, "100", "3");
        venue.trade(Side.SELL, "100", "2.25");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.25@100 maker");
    }

    @Test
    void shouldStayBehindQueueWhenOthersJoin() {
        venue.quote("100", "1", "101", "1");
        venue.buy("1", "100");
        venue.quote("100", "9", "101", "1");

        venue.trade(Side.SELL, "100", "1.5");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.5@100 maker");
    }

    @Test
    void shouldMoveUpWithShareOfUnexplainedCancels() {
        VenueKit even = new VenueKit(AssetClass.SPOT, 1, VenueKit.settings(0, "1"), TradingRules.NONE);
        even.quote("100", "4", "101", "1");
        even.buy("1", "100");
        even.quote("100", "8", "101", "1");
        even.quote("100", "6", "101", "1");
        even.now += QueueModel.TRADE_LAG_NS + 1;

        even.trade(Side.SELL, "100", "3.5");

        assertThat(even.story.take()).containsExactly("accepted 1", "fill 1 0.5@100 maker");
    }

    @Test
    void shouldLoseQueuePlaceWhenReplacedAtOtherPrice() {
        venue.quote("100", "1", "101", "1");
        long id = venue.buy("1", "100");
        venue.trade(Side.SELL, "100", "1");
        venue.core.replace(id, venue.limit(Side.BUY, "2", "100"), true, ++venue.now);
        venue.story.take();

        venue.trade(Side.SELL, "100", "0.5");

        assertThat(venue.story.take()).isEmpty();
    }

    @Test
    void shouldKeepQueuePlaceWhenOnlyMadeSmaller() {
        venue.quote("100", "1", "101", "1");
        long id = venue.buy("1", "100");
        venue.trade(Side.SELL, "100", "1");
        venue.core.replace(id, venue.limit(Side.BUY, "0.5", "100"), true, ++venue.now);
        venue.story.take();

        venue.trade(Side.SELL, "100", "0.5");

        assertThat(venue.story.take()).containsExactly("fill 2 0.5@100 maker");
    }

    @Test
    void shouldReleaseReserveOnCancel() {
        venue.quote("100", "1", "101", "1");
        long id = venue.sell("2", "101");
        assertThat(venue.locked(0, "BTC")).isEqualTo("2");

        venue.core.cancel(0, id, ++venue.now);

        assertThat(venue.story.take()).containsExactly("accepted 1", "ended 1 REQUESTED");
        assertThat(venue.locked(0, "BTC")).isEqualTo("0");
    }

    @Test
    void shouldFormQuotesAroundTradesWhereNoneAreRecorded() {
        venue.trade(Side.BUY, "100", "1");
        venue.buyAtMarket("0.5");
        venue.trade(Side.SELL, "99.9", "1");

        assertThat(venue.story.take())
                .containsExactly("quote 99.99/100", "accepted 1", "fill 1 0.5@100 taker", "quote 99.9/99.91");
    }

    @Test
    void shouldFillRestingOrderFromBarThatTradesThroughIt() {
        venue.core.market().onBar(0, e8("100"), e8("101"), e8("99"), e8("100.5"), e8("40"), ++venue.now);
        venue.buy("0.7", "99.5");
        venue.buy("0.7", "98.5");

        venue.core.market().onBar(0, e8("100.5"), e8("101"), e8("99"), e8("100.5"), e8("40"), ++venue.now);

        assertThat(venue.story.take()).containsExactly("accepted 1", "accepted 2", "fill 1 0.7@99.5 maker");
    }
}
