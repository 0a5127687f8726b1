package io.lockstep.simulator.matching;

import static io.lockstep.simulator.matching.VenueKit.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.order.SelfTradePrevention;
import io.lockstep.simulator.order.TradingRules;
import org.junit.jupiter.api.Test;

class TakingTest {
    private final VenueKit venue = VenueKit.spot();

    @Test
    void shouldTakeDisplayedSizeAndExpireRestOfMarketOrder() {
        venue.quote("99.99", "1", "100", "0.5");

        venue.buyAtMarket("0.7");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.5@100 taker", "ended 1 NO_LIQUIDITY");
    }

    @Test
    void shouldTakeAssumedLevelsBehindTopOfBook() {
        VenueKit deep = new VenueKit(AssetClass.SPOT, 1, VenueKit.settings(2, "0"), TradingRules.NONE);
        deep.quote("99.99", "1", "100", "0.5");

        deep.buyAtMarket("1.2");

        assertThat(deep.story.take())
                .containsExactly(
                        "accepted 1", "fill 1 0.5@100 taker", "fill 1 0.5@100.01 taker", "fill 1 0.2@100.02 taker");
    }

    @Test
    void shouldWalkDepthLevelByLevel() {
        venue.core.market().beginSnapshot(VenueKit.BTC);
        venue.core.market().level(VenueKit.BTC, false, e8("99"), e8("5"));
        venue.core.market().level(VenueKit.BTC, true, e8("101"), e8("0.1"));
        venue.core.market().level(VenueKit.BTC, true, e8("103"), e8("0.2"));
        venue.core.market().level(VenueKit.BTC, true, e8("102"), e8("0.3"));
        venue.core.market().endDepth(VenueKit.BTC, 7, ++venue.now);

        venue.buy("1", "102");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.1@101 taker", "fill 1 0.3@102 taker");
        assertThat(venue.core.order(1)).extracting(ClientOrder::leavesQty).isEqualTo(e8("0.6"));
    }

    @Test
    void shouldNotTakeTheSameDisplayedSizeTwice() {
        venue.quote("99.99", "1", "100", "0.5");
        venue.buyAtMarket("0.4");
        venue.quote("99.99", "2", "100", "0.5");
        venue.story.take();

        venue.buyAtMarket("0.4");

        assertThat(venue.story.take()).containsExactly("accepted 2", "fill 2 0.1@100 taker", "ended 2 NO_LIQUIDITY");
    }

    @Test
    void shouldTakeAgainAfterPriceLevelWentAway() {
        venue.quote("99.99", "1", "100", "0.5");
        venue.buyAtMarket("0.5");
        venue.quote("99.99", "1", "100.01", "0.5");
        venue.quote("99.99", "1", "100", "0.5");
        venue.story.take();

        venue.buyAtMarket("0.5");

        assertThat(venue.story.take()).containsExactly("accepted 2", "fill 2 0.5@100 taker");
    }

    @Test
    void shouldRestRemainderOfLimitOrder() {
        venue.quote("99.99", "1", "100", "0.5");

        venue.buy("0.7", "100");

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.5@100 taker");
        assertThat(venue.locked(0, "USDT")).isEqualTo("20.01");
    }

    @Test
    void shouldExpireRemainderOfImmediateOrCancel() {
        venue.quote("99.99", "1", "100", "0.5");

        venue.submit(venue.limit(Side.BUY, "0.7", "100").timeInForce(TimeInForce.IOC));

        assertThat(venue.story.take()).containsExactly("accepted 1", "fill 1 0.5@100 taker", "ended 1 IOC_REMAINDER");
        assertThat(venue.locked(0, "USDT")).isEqualTo("0");
    }

    @Test
    void shouldFillOrKillAllOrNothing() {
        venue.quote("99.99", "1", "100", "0.5");

        venue.submit(venue.limit(Side.BUY, "0.7", "100").timeInForce(TimeInForce.FOK));
        venue.submit(venue.limit(Side.BUY, "0.5", "100").timeInForce(TimeInForce.FOK));

        assertThat(venue.story.take())
                .containsExactly("accepted 1", "ended 1 FOK_UNFILLED", "accepted 2", "fill 2 0.5@100 taker");
    }

    @Test
    void shouldRejectPostOnlyThatWouldTake() {
        venue.quote("99.99", "1", "100", "0.5");

        venue.submit(venue.limit(Side.BUY, "0.7", "100").timeInForce(TimeInForce.GTX));
        venue.submit(venue.limit(Side.BUY, "0.7", "99.99").timeInForce(TimeInForce.GTX));

        assertThat(venue.story.take()).containsExactly("rejected 1 WOULD_TAKE", "accepted 2");
    }

    @Test
    void shouldMeetClientOrdersAtBetterPriceFirst() {
        venue.quote("99", "1", "101", "1");
        venue.submitOther(Side.SELL, "0.3", "100.5");
        venue.story.take();

        venue.buyAtMarket("0.5");

        assertThat(venue.story.take())
                .containsExactly(
                        "accepted 2", "fill 1 0.3@100.5 maker", "fill 2 0.3@100.5 taker", "fill 2 0.2@101 taker");
    }

    @Test
    void shouldTakeMarketAheadOfClientOrderAtOnePrice() {
        venue.quote("99", "1", "101", "0.2");
        venue.submitOther(Side.SELL, "0.3", "101");
        venue.quote("99", "1", "101", "0.6");
        venue.story.take();

        venue.buyAtMarket("0.7");

        assertThat(venue.story.take())
                .containsExactly(
                        "accepted 2",
                        "fill 2 0.2@101 taker",
                        "fill 1 0.3@101 maker",
                        "fill 2 0.3@101 taker",
                        "fill 2 0.2@101 taker");
    }

    @Test
    void shouldKeepTimePriorityAmongClients() {
        venue.quote("99", "1", "102", "1");
        venue.submitOther(Side.SELL, "0.1", "101");
        venue.submitOther(Side.SELL, "0.1", "101");
        venue.submitOther(Side.SELL, "0.1", "100");
        venue.story.take();

        venue.buy("0.25", "101");

        assertThat(venue.story.take())
                .containsExactly(
                        "accepted 4",
                        "fill 3 0.1@100 maker",
                        "fill 4 0.1@100 taker",
                        "fill 1 0.1@101 maker",
                        "fill 4 0.1@101 taker",
                        "fill 2 0.05@101 maker",
                        "fill 4 0.05@101 taker");
    }

    @Test
    void shouldExpireTakerBeforeItMeetsItsOwnOrder() {
        venue.quote("99", "1", "102", "1");
        venue.sell("0.1", "101");

        venue.submit(venue.limit(Side.BUY, "0.2", "101").selfTradePrevention(SelfTradePrevention.EXPIRE_TAKER));

        assertThat(venue.story.take()).containsExactly("accepted 1", "accepted 2", "ended 2 SELF_TRADE");
    }

    @Test
    void shouldExpireMakerAndGoOn() {
        venue.quote("99", "1", "102", "1");
        venue.sell("0.1", "101");

        venue.submit(venue.limit(Side.BUY, "0.2", "102").selfTradePrevention(SelfTradePrevention.EXPIRE_MAKER));

        assertThat(venue.story.take())
                .containsExactly("accepted 1", "accepted 2", "ended 1 SELF_TRADE", "fill 2 0.2@102 taker");
    }

    @Test
    void shouldExpireBothOnSelfTrade() {
        venue.quote("99", "1", "102", "1");
        venue.sell("0.1", "101");

        venue.submit(venue.limit(Side.BUY, "0.2", "101").selfTradePrevention(SelfTradePrevention.EXPIRE_BOTH));

        assertThat(venue.story.take())
                .containsExactly("accepted 1", "accepted 2", "ended 1 SELF_TRADE", "ended 2 SELF_TRADE");
    }

    @Test
    void shouldTradeWithItselfWhereNothingPreventsIt() {
        venue.quote("99", "1", "102", "1");
        venue.sell("0.1", "101");

        venue.buy("0.1", "101");

        assertThat(venue.story.take())
                .containsExactly("accepted 1", "accepted 2", "fill 1 0.1@101 maker", "fill 2 0.1@101 taker");
    }

    @Test
    void shouldBookCashAndFeeOfTaker() {
        venue.quote("99.99", "1", "100", "2");

        venue.buyAtMarket("1");

        assertThat(venue.total(0, "USDT")).isEqualTo("99899.95");
        assertThat(venue.total(0, "BTC")).isEqualTo("11");
        assertThat(venue.core.order(1)).extracting(ClientOrder::avgPx).isEqualTo(e8("100"));
    }

    @Test
    void shouldKeepQuantityOfReplacedOrderInFilledPart() {
        venue.quote("99.99", "1", "100", "0.5");
        long id = venue.buy("0.7", "100");
        venue.story.take();

        venue.core.replace(
                id, venue.request(Side.BUY, "0.9").price(e8("99")).stopPrice(FixedPoint.NULL), true, ++venue.now);

        assertThat(venue.story.take()).containsExactly("replaced 1 by 2");
        assertThat(venue.core.order(id)).extracting(ClientOrder::leavesQty).isEqualTo(e8("0.4"));
        assertThat(venue.locked(0, "USDT")).isEqualTo("39.6198");
    }
}
