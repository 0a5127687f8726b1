package io.lockstep.simulator.matching;

import static io.lockstep.simulator.matching.VenueKit.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import io.lockstep.simulator.order.TradingRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    private static final TradingRules RULES =
            new TradingRules(e8("20"), e8("5000"), e8("1.1"), e8("0.5"), e8("2"), e8("0.9"), 2, true);

    private final VenueKit venue = new VenueKit(AssetClass.SPOT, 1, VenueKit.settings(0, "0"), RULES);

    @ParameterizedTest
    @CsvSource({
        "BUY, 0.0015, 100, LOT_SIZE",
        "BUY, 0, 100, LOT_SIZE",
        "BUY, -1, 100, LOT_SIZE",
        "BUY, 101, 100, MAX_QUANTITY",
        "BUY, 1, 100.001, TICK_SIZE",
        "BUY, 1, 0, TICK_SIZE",
        "BUY, 1, -100, TICK_SIZE",
        "BUY, 1, 110.01, PRICE_BAND",
        "BUY, 1, 49.99, PRICE_BAND",
        "SELL, 1, 89.99, PRICE_BAND",
        "SELL, 1, 200.01, PRICE_BAND",
        "BUY, 0.049, 100, MIN_NOTIONAL",
        "BUY, 50.001, 100, MAX_NOTIONAL",
        "SELL, 11, 100, INSUFFICIENT_BALANCE",
        "BUY, 1, 100, NONE",
        "SELL, 10, 100, NONE"
    })
    void shouldTellWhyLimitOrderIsRefused(Side side, String quantity, String price, RejectReason expected) {
        venue.trade(Side.BUY, "100", "1");

        venue.submit(venue.limit(side, quantity, price));

        String line = expected == RejectReason.NONE ? "accepted 1" : "rejected 1 " + expected;
        assertThat(venue.story.take()).contains(line);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(request().timeInForce(TimeInForce.OPG)),
                Arguments.of(request().timeInForce(TimeInForce.CLS)),
                Arguments.of(request().market().timeInForce(TimeInForce.GTX)),
                Arguments.of(request().market().timeInForce(TimeInForce.GTD)),
                Arguments.of(request().closePosition(true)),
                Arguments.of(request().type(OrderType.TRAILING_STOP)),
                Arguments.of(new OrderRequest().reset(0, 0, 1).price(e8("100"))));
    }

    private static OrderRequest request() {
        return new OrderRequest().reset(0, 0, 1).side(Side.BUY, e8("1")).price(e8("100"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldRefuseCombinationsNoVenueTakes(OrderRequest request) {
        venue.core.submit(request, ++venue.now);

        assertThat(venue.story.take()).containsExactly("rejected 1 INVALID_COMBINATION");
    }

    @ParameterizedTest
    @EnumSource(
            value = TradingStatusKind.class,
            names = {"HALTED", "CLOSED", "PRE_OPEN", "CANCEL_ONLY", "POST_ONLY"})
    void shouldRefuseNewOrdersOutsideTrading(TradingStatusKind status) {
        venue.quote("99", "1", "100", "1");
        long id = venue.buy("1", "99");
        venue.core.market().onStatus(0, status, ++venue.now);
        venue.story.take();

        venue.buy("1", "98");
        venue.core.cancel(0, id, ++venue.now);

        assertThat(venue.story.take()).hasSize(2).last().isEqualTo("ended 1 REQUESTED");
    }

    @Test
    void shouldRefuseMarketOrderAboveItsOwnLimit() {
        venue.submit(venue.request(Side.SELL, "20.001").market());

        assertThat(venue.story.take()).containsExactly("rejected 1 MAX_QUANTITY");
    }

    @Test
    void shouldRefuseMarketOrderThatBalanceDoesNotCover() {
        venue.quote("99", "1", "9000", "100");

        venue.submit(venue.request(Side.BUY, "12").market());

        assertThat(venue.story.take()).containsExactly("rejected 1 MAX_NOTIONAL");
        VenueKit plain = VenueKit.spot();
        plain.quote("99", "1", "9000", "100");
        plain.submit(plain.request(Side.BUY, "12").market());
        assertThat(plain.story.take()).containsExactly("rejected 1 INSUFFICIENT_BALANCE");
    }

    @Test
    void shouldRefuseOneOrderTooMany() {
        venue.buy("1", "99");
        venue.buy("1", "98");
        venue.buy("1", "97");

        assertThat(venue.story.take()).containsExactly("accepted 1", "accepted 2", "rejected 3 TOO_MANY_ORDERS");
    }

    @Test
    void shouldRefuseUnknownInstrument() {
        venue.core.submit(new OrderRequest().reset(0, 7, 1).side(Side.BUY, 1).price(1), ++venue.now);

        assertThat(venue.story.take()).containsExactly("rejected 1 UNKNOWN_INSTRUMENT");
    }

    @Test
    void shouldRefuseExpiryInThePast() {
        venue.submit(
                venue.limit(Side.BUY, "1", "99").timeInForce(TimeInForce.GTD).expireNs(1));

        assertThat(venue.story.take()).containsExactly("rejected 1 EXPIRY_PAST");
    }

    @Test
    void shouldKnowOnlyOpenOrdersOfTheSameAccount() {
        long id = venue.buy("1", "99");

        assertThat(venue.core.cancel(1, id, ++venue.now)).isEqualTo(RejectReason.UNKNOWN_ORDER);
        assertThat(venue.core.cancel(0, id, ++venue.now)).isEqualTo(RejectReason.NONE);
        assertThat(venue.core.cancel(0, id, ++venue.now)).isEqualTo(RejectReason.UNKNOWN_ORDER);
    }

    @Test
    void shouldLeaveOrderAsItWasWhenChangeIsRefused() {
        long id = venue.buy("1", "99");

        assertThat(venue.core.replace(id, venue.limit(Side.BUY, "1", "99"), true, ++venue.now))
                .isEqualTo(RejectReason.NO_CHANGE);
        assertThat(venue.core.replace(id, venue.limit(Side.BUY, "1", "99.001"), true, ++venue.now))
                .isEqualTo(RejectReason.TICK_SIZE);
        assertThat(venue.core.replace(id, venue.limit(Side.BUY, "50", "99"), true, ++venue.now))
                .isEqualTo(RejectReason.NONE);
        assertThat(venue.core.replace(id, venue.limit(Side.BUY, "51", "99"), true, ++venue.now))
                .isEqualTo(RejectReason.MAX_NOTIONAL);
        assertThat(venue.core.order(id)).extracting(ClientOrder::quantity).isEqualTo(e8("50"));
        assertThat(venue.locked(0, "USDT")).isEqualTo("4952.475");
    }

    @Test
    void shouldCancelAllOfOneAccount() {
        venue.buy("1", "99");
        venue.buy("1", "98");
        venue.submitOther(Side.BUY, "1", "97");
        venue.story.take();

        int canceled = venue.core.cancelAll(0, MatchingCore.ALL_INSTRUMENTS, EndReason.COUNTDOWN, ++venue.now);

        assertThat(canceled).isEqualTo(2);
        assertThat(venue.story.take()).containsExactly("ended 1 COUNTDOWN", "ended 2 COUNTDOWN");
        assertThat(venue.locked(0, "USDT")).isEqualTo("0");
    }
}
