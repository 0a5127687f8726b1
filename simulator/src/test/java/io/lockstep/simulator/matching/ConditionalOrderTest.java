package io.lockstep.simulator.matching;

import static io.lockstep.simulator.matching.VenueKit.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.TriggerSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConditionalOrderTest {
    private static final long SECOND = 1_000_000_000L;

    private final VenueKit venue = VenueKit.perpetual(10);

    @BeforeEach
    void openMarket() {
        venue.quote("99.99", "10", "100.01", "10");
        venue.trade(Side.BUY, "100", "1");
    }

    @Test
    void shouldTriggerStopOnceMarketTradesAtIt() {
        venue.submit(venue.stop(Side.SELL, "1", "99"));

        venue.trade(Side.SELL, "99.01", "1");
        venue.quote("98.9", "10", "99", "10");
        venue.trade(Side.SELL, "99", "1");

        assertThat(venue.story.take()).containsExactly("accepted 1", "triggered 1", "fill 1 1@98.9 taker");
    }

    @Test
    void shouldTriggerTakeProfitInOurFavour() {
        venue.submit(venue.stop(Side.SELL, "1", "101").type(OrderType.TAKE_PROFIT_MARKET));

        venue.trade(Side.BUY, "101", "1");

        assertThat(venue.story.take()).containsExactly("accepted 1", "triggered 1", "fill 1 1@99.99 taker");
    }

    @Test
    void shouldRestStopLimitAfterTrigger() {
        venue.submit(venue.stop(Side.BUY, "1", "101").type(OrderType.STOP_LIMIT).price(e8("99.5")));

        venue.trade(Side.BUY, "101.5", "1");

        assertThat(venue.story.take()).containsExactly("accepted 1", "triggered 1");
        assertThat(venue.core.order(1)).extracting(ClientOrder::leavesQty).isEqualTo(e8("1"));
    }

    @Test
    void shouldRejectStopThatWouldTriggerAtOnce() {
        venue.submit(venue.stop(Side.SELL, "1", "100"));

        assertThat(venue.story.take()).containsExactly("rejected 1 WOULD_TRIGGER");
    }

    @Test
    void shouldTriggerByMarkPriceWhereAsked() {
        venue.submit(venue.stop(Side.SELL, "1", "99").triggerSource(TriggerSource.MARK));

        venue.trade(Side.SELL, "98", "1");
        venue.core.market().onMark(0, e8("99"), FixedPoint.NULL, FixedPoint.NULL, ++venue.now);

        assertThat(venue.story.take()).containsExactly("accepted 1", "triggered 1", "fill 1 1@99.99 taker");
    }

    @Test
    void shouldTriggerNearestStopFirst() {
        venue.submit(venue.stop(Side.SELL, "1", "98"));
        venue.submit(venue.stop(Side.SELL, "1", "99"));
        venue.submit(venue.stop(Side.SELL, "1", "99"));
        venue.story.take();

        venue.trade(Side.SELL, "97", "1");

        assertThat(venue.story.take())
                .filteredOn(line -> line.startsWith("triggered"))
                .containsExactly("triggered 2", "triggered 3", "triggered 1");
    }

    @Test
    void shouldFollowTheMarketWithTrailingStop() {
        OrderRequest trailing =
                venue.request(Side.SELL, "1").type(OrderType.TRAILING_STOP).trailDistance(e8("1"));
        venue.submit(trailing);

        venue.trade(Side.BUY, "103", "1");
        venue.trade(Side.SELL, "102.01", "1");
        venue.quote("101.9", "10", "102", "10");
        venue.trade(Side.SELL, "102", "1");

        assertThat(venue.story.take()).containsExactly("accepted 1", "triggered 1", "fill 1 1@101.9 taker");
    }

    @Test
    void shouldTrailByRateAfterActivation() {
        OrderRequest trailing = venue.request(Side.BUY, "1")
                .type(OrderType.TRAILING_STOP)
                .trailRate(e8("0.01"))
                .stopPrice(e8("90"));
        venue.submit(trailing);

        venue.trade(Side.SELL, "95", "1");
        venue.trade(Side.BUY, "99", "1");
        venue.trade(Side.SELL, "90", "1");
        venue.trade(Side.BUY, "90.9", "1");

        assertThat(venue.story.take()).containsExactly("accepted 1", "triggered 1", "fill 1 1@100.01 taker");
    }

    @Test
    void shouldClosePositionWhateverItsSize() {
        venue.buyAtMarket("3");
        venue.submit(venue.stop(Side.SELL, "0", "99").closePosition(true));
        venue.story.take();

        venue.trade(Side.SELL, "98", "1");

        assertThat(venue.story.take()).containsExactly("triggered 2", "fill 2 3@99.99 taker");
        assertThat(venue.position(0)).isEqualTo("0");
    }

    @Test
    void shouldExpireReduceOnlyStopWithNothingToReduce() {
        venue.submit(venue.stop(Side.SELL, "1", "99").reduceOnly(true));

        venue.trade(Side.SELL, "99", "1");

        assertThat(venue.story.take()).containsExactly("accepted 1", "ended 1 NOTHING_TO_REDUCE");
    }

    @Test
    void shouldNeverTurnPositionWithReduceOnly() {
        venue.buyAtMarket("1");
        venue.story.take();

        venue.submit(venue.request(Side.SELL, "5").market().reduceOnly(true));

        assertThat(venue.story.take())
                .containsExactly("accepted 2", "fill 2 1@99.99 taker", "ended 2 NOTHING_TO_REDUCE");
        assertThat(venue.position(0)).isEqualTo("0");
    }

    @Test
    void shouldMoveStopOnReplace() {
        long id = venue.submit(venue.stop(Side.SELL, "1", "99"));

        venue.core.replace(id, venue.stop(Side.SELL, "2", "99.5"), false, ++venue.now);
        venue.trade(Side.SELL, "99.4", "1");

        assertThat(venue.story.take())
                .containsExactly("accepted 1", "replaced 1 by 2", "triggered 2", "fill 2 2@99.99 taker");
    }

    @Test
    void shouldExpireGoodTillDateAtItsTime() {
        venue.submit(
                venue.limit(Side.BUY, "1", "99").timeInForce(TimeInForce.GTD).expireNs(5 * SECOND));

        venue.core.advanceTo(5 * SECOND - 1);
        assertThat(venue.story.take()).containsExactly("accepted 1");
        venue.core.advanceTo(5 * SECOND);

        assertThat(venue.story.take()).containsExactly("ended 1 TIME");
    }

    @Test
    void shouldExpireDayOrderAtDayRoll() {
        venue.submit(venue.limit(Side.BUY, "1", "99").timeInForce(TimeInForce.DAY));

        venue.core.advanceTo(86_400 * SECOND);

        assertThat(venue.story.take()).containsExactly("accepted 1", "ended 1 SESSION_END");
    }

    @Test
    void shouldExpireDayOrdersWhenMarketCloses() {
        venue.submit(venue.limit(Side.BUY, "1", "99").timeInForce(TimeInForce.DAY));
        venue.buy("1", "98");

        venue.core.market().onStatus(0, TradingStatusKind.CLOSED, ++venue.now);
        venue.buy("1", "97");

        assertThat(venue.story.take())
                .containsExactly("accepted 1", "accepted 2", "ended 1 SESSION_END", "rejected 3 MARKET_CLOSED");
    }

    @Test
    void shouldMeetStopsInTheOrderABarVisitsThem() {
        VenueKit bars = VenueKit.perpetual(10);
        bars.core.market().onBar(0, e8("100"), e8("100"), e8("100"), e8("100"), e8("1000"), ++bars.now);
        bars.submit(bars.stop(Side.SELL, "1", "98"));
        bars.submit(bars.stop(Side.BUY, "1", "101"));
        bars.story.take();

        bars.core.market().onBar(0, e8("100"), e8("101.5"), e8("97"), e8("99"), e8("1000"), ++bars.now);

        assertThat(bars.story.take())
                .containsExactly("triggered 2", "fill 2 1@101 taker", "triggered 1", "fill 1 1@98 taker");
    }
}
