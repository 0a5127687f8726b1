package io.lockstep.gateway.alpaca.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.reference.Asset;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderValidatorTest {
    private static final long NONE = OrderRequest.NONE;
    private static final long NOON = AuctionWindowsTest.ns(LocalDateTime.parse("2026-03-10T12:00:00"));
    private static final long AFTER_CUTOFF = AuctionWindowsTest.ns(LocalDateTime.parse("2026-03-10T15:51:00"));

    private final OrderValidator validator = new OrderValidator(new AuctionWindows(new NyseCalendar()));
    private final OrderRequest order = new OrderRequest();

    @ParameterizedTest
    @CsvSource({
        "MARKET,        y, y, n, y, y, y",
        "LIMIT,         y, y, n, y, y, y",
        "STOP_MARKET,   y, y, n, n, n, n",
        "STOP_LIMIT,    y, y, n, n, n, n",
        "TRAILING_STOP, y, y, n, n, n, n",
        "TAKE_PROFIT_MARKET, n, n, n, n, n, n",
        "TAKE_PROFIT_LIMIT,  n, n, n, n, n, n"
    })
    void shouldKnowWhichTypeTakesWhichTimeInForce(
            OrderType type, String day, String gtc, String opgAtNoon, String cls, String ioc, String fok) {
        assertThat(offered(type, TimeInForce.DAY)).isEqualTo(day);
        assertThat(offered(type, TimeInForce.GTC)).isEqualTo(gtc);
        assertThat(offered(type, TimeInForce.OPG)).isEqualTo(opgAtNoon);
        assertThat(offered(type, TimeInForce.CLS)).isEqualTo(cls);
        assertThat(offered(type, TimeInForce.IOC)).isEqualTo(ioc);
        assertThat(offered(type, TimeInForce.FOK)).isEqualTo(fok);
        assertThat(offered(type, TimeInForce.GTX)).isEqualTo("n");
        assertThat(offered(type, TimeInForce.GTD)).isEqualTo("n");
    }

    @ParameterizedTest
    @CsvSource({
        "201.25, NONE",
        "201.255, SUB_PENNY",
        "1, NONE",
        "1.0001, SUB_PENNY",
        "0.9999, NONE",
        "0.99995, SUB_PENNY",
        "0, PRICE_NOT_POSITIVE",
        "-5, PRICE_NOT_POSITIVE"
    })
    void shouldApplyTheSubPennyRule(String price, Refusal refusal) {
        ordinary(OrderType.LIMIT, TimeInForce.DAY).limitPrice(FixedPoint.parse(price));
        assertThat(check(stock())).isEqualTo(refusal);

        ordinary(OrderType.STOP_MARKET, TimeInForce.DAY).stopPrice(FixedPoint.parse(price));
        assertThat(check(stock())).isEqualTo(refusal);
    }

    @Test
    void shouldRefuseAnAuctionThatNoLongerTakesOrders() {
        ordinary(OrderType.MARKET, TimeInForce.CLS);

        assertThat(validator.check(order, stock(), false, NOON)).isEqualTo(Refusal.NONE);
        assertThat(validator.check(order, stock(), false, AFTER_CUTOFF)).isEqualTo(Refusal.AUCTION_CLOSED);
    }

    @Test
    void shouldNeedEitherAQuantityOrAnAmount() {
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).quantity(NONE)))
                .isEqualTo(Refusal.QUANTITY_OR_NOTIONAL);
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).notional(e8(500))))
                .isEqualTo(Refusal.QUANTITY_OR_NOTIONAL);
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).quantity(0)))
                .isEqualTo(Refusal.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void shouldNeedThePricesOfTheType() {
        assertThat(check(stock(), ordinary(OrderType.LIMIT, TimeInForce.DAY)))
                .isEqualTo(Refusal.PRICES_DO_NOT_FIT_TYPE);
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).limitPrice(e8(5))))
                .isEqualTo(Refusal.PRICES_DO_NOT_FIT_TYPE);
        assertThat(check(
                        stock(), ordinary(OrderType.STOP_LIMIT, TimeInForce.DAY).limitPrice(e8(5))))
                .isEqualTo(Refusal.PRICES_DO_NOT_FIT_TYPE);
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).trailPrice(e8(5))))
                .isEqualTo(Refusal.PRICES_DO_NOT_FIT_TYPE);
        assertThat(check(stock(), ordinary(OrderType.TRAILING_STOP, TimeInForce.DAY)))
                .isEqualTo(Refusal.TRAIL);
        assertThat(check(
                        stock(),
                        ordinary(OrderType.TRAILING_STOP, TimeInForce.DAY)
                                .trailPrice(e8(1))
                                .trailPercent(e8(1))))
                .isEqualTo(Refusal.TRAIL);
        assertThat(check(
                        stock(),
                        ordinary(OrderType.TRAILING_STOP, TimeInForce.DAY).trailPercent(e8(1) / 11)))
                .isEqualTo(Refusal.TRAIL);
    }

    @Test
    void shouldOfferPartsOfAShareOnlyWhereTheVenueDoes() {
        long half = FixedPoint.ONE / 2;

        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).quantity(half)))
                .isEqualTo(Refusal.NONE);
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.GTC).quantity(half)))
                .isEqualTo(Refusal.FRACTION_NOT_OFFERED);
        assertThat(check(
                        stock(),
                        ordinary(OrderType.TRAILING_STOP, TimeInForce.DAY)
                                .trailPrice(e8(1))
                                .quantity(half)))
                .isEqualTo(Refusal.FRACTION_NOT_OFFERED);
        assertThat(check(
                        wholeSharesOnly(),
                        ordinary(OrderType.MARKET, TimeInForce.DAY).quantity(half)))
                .isEqualTo(Refusal.NOT_FRACTIONABLE);
        ordinary(OrderType.MARKET, TimeInForce.DAY).quantity(half);
        order.begin("SPY", Side.SELL, OrderType.MARKET, TimeInForce.DAY).quantity(half);
        assertThat(validator.check(order, stock(), true, NOON)).isEqualTo(Refusal.FRACTIONAL_SHORT);
    }

    @Test
    void shouldOfferAmountsOnlyAtTheMarketForTheDay() {
        order.begin("SPY", Side.BUY, OrderType.MARKET, TimeInForce.DAY).notional(e8(500));
        assertThat(check(stock())).isEqualTo(Refusal.NONE);

        order.begin("SPY", Side.BUY, OrderType.LIMIT, TimeInForce.DAY)
                .notional(e8(500))
                .limitPrice(e8(5));
        assertThat(check(stock())).isEqualTo(Refusal.NOTIONAL_NOT_OFFERED);
    }

    @Test
    void shouldLetOnlyDayLimitOrdersTradeOutsideTheCoreSession() {
        assertThat(check(
                        stock(),
                        ordinary(OrderType.LIMIT, TimeInForce.DAY)
                                .limitPrice(e8(5))
                                .extendedHours(true)))
                .isEqualTo(Refusal.NONE);
        assertThat(check(stock(), ordinary(OrderType.MARKET, TimeInForce.DAY).extendedHours(true)))
                .isEqualTo(Refusal.EXTENDED_HOURS_NEEDS_DAY_LIMIT);
        assertThat(check(
                        stock(),
                        ordinary(OrderType.LIMIT, TimeInForce.GTC)
                                .limitPrice(e8(5))
                                .extendedHours(true)))
                .isEqualTo(Refusal.EXTENDED_HOURS_NEEDS_DAY_LIMIT);
    }

    @Test
    void shouldRefuseWhatTheAssetDoesNotAllow() {
        order.begin("SPY", Side.SELL, OrderType.MARKET, TimeInForce.DAY).quantity(e8(1));

        assertThat(validator.check(order, wholeSharesOnly(), true, NOON)).isEqualTo(Refusal.NOT_SHORTABLE);
        assertThat(validator.check(order, wholeSharesOnly(), false, NOON)).isEqualTo(Refusal.NONE);
        assertThat(validator.check(order, delisted(), false, NOON)).isEqualTo(Refusal.NOT_TRADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY,  BRACKET, 325, 335, 315, NONE",
        "BUY,  BRACKET, 325, 325, 315, CLASS_GEOMETRY",
        "BUY,  BRACKET, 325, 335, 325, CLASS_GEOMETRY",
        "BUY,  BRACKET, 325, 335, -1, CLASS_GEOMETRY",
        "SELL, BRACKET, 325, 315, 335, NONE",
        "SELL, BRACKET, 325, 335, 315, CLASS_GEOMETRY",
        "BUY,  OTO, 325, 335, -1, NONE",
        "BUY,  OTO, 325, -1, 315, NONE",
        "BUY,  OTO, 325, 335, 315, CLASS_GEOMETRY",
        "SELL, OCO, -1, 335, 315, NONE",
        "SELL, OCO, -1, 315, 335, CLASS_GEOMETRY",
        "BUY,  OCO, -1, 315, 335, NONE",
        "BUY,  SIMPLE, 325, 335, -1, CLASS_GEOMETRY",
        "BUY,  BRACKET, 325, 335.001, 315, SUB_PENNY"
    })
    void shouldCheckTheGeometryOfTiedOrders(
            Side side, OrderClass orderClass, String limit, String profit, String loss, Refusal refusal) {
        order.begin("SPY", side, OrderType.LIMIT, TimeInForce.DAY)
                .quantity(e8(5))
                .limitPrice(optional(limit))
                .tied(orderClass, optional(profit), optional(loss), NONE);

        assertThat(check(stock())).isEqualTo(refusal);
    }

    @Test
    void shouldRefuseTiedOrdersOutsideTheCoreSession() {
        ordinary(OrderType.LIMIT, TimeInForce.DAY)
                .limitPrice(e8(325))
                .extendedHours(true)
                .tied(OrderClass.BRACKET, e8(335), e8(315), NONE);
        assertThat(check(stock())).isEqualTo(Refusal.CLASS_TIME_IN_FORCE);

        ordinary(OrderType.LIMIT, TimeInForce.IOC).limitPrice(e8(325)).tied(OrderClass.BRACKET, e8(335), e8(315), NONE);
        assertThat(check(stock())).isEqualTo(Refusal.CLASS_TIME_IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT, GTC, 1, 50000, NONE",
        "LIMIT, IOC, 1, 50000, NONE",
        "LIMIT, DAY, 1, 50000, TIME_IN_FORCE_NOT_OFFERED",
        "STOP_MARKET, GTC, 1, 50000, TYPE_NOT_OFFERED",
        "LIMIT, GTC, 0.0001, 50000, CRYPTO_VALUE",
        "LIMIT, GTC, 5, 50000, CRYPTO_VALUE",
        "LIMIT, GTC, 90000000000, 90000000000, CRYPTO_VALUE",
        "LIMIT, GTC, 0.0002, 50000.12345678, NONE"
    })
    void shouldKnowTheRulesOfCrypto(OrderType type, TimeInForce tif, String quantity, String price, Refusal refusal) {
        order.begin("BTC/USD", Side.BUY, type, tif).quantity(FixedPoint.parse(quantity));
        if (type == OrderType.LIMIT) {
            order.limitPrice(FixedPoint.parse(price));
        } else {
            order.stopPrice(FixedPoint.parse(price));
        }

        assertThat(check(bitcoin())).isEqualTo(refusal);
    }

    private String offered(OrderType type, TimeInForce timeInForce) {
        ordinary(type, timeInForce);
        if (type == OrderType.LIMIT || type == OrderType.STOP_LIMIT) {
            order.limitPrice(e8(5));
        }
        if (type == OrderType.STOP_MARKET || type == OrderType.STOP_LIMIT) {
            order.stopPrice(e8(5));
        }
        if (type == OrderType.TRAILING_STOP) {
            order.trailPrice(e8(1));
        }
        return check(stock()) == Refusal.NONE ? "y" : "n";
    }

    private OrderRequest ordinary(OrderType type, TimeInForce timeInForce) {
        return order.begin("SPY", Side.BUY, type, timeInForce).quantity(e8(5));
    }

    private Refusal check(Asset asset) {
        return validator.check(order, asset, false, NOON);
    }

    private Refusal check(Asset asset, OrderRequest request) {
        return validator.check(request, asset, false, NOON);
    }

    private static Asset stock() {
        return asset("SPY", Asset.Kind.EQUITY, true, true);
    }

    private static Asset wholeSharesOnly() {
        return asset("SPY", Asset.Kind.EQUITY, true, false);
    }

    private static Asset delisted() {
        return asset("SPY", Asset.Kind.EQUITY, false, true);
    }

    private static Asset bitcoin() {
        return asset("BTC/USD", Asset.Kind.CRYPTO, true, true);
    }

    private static Asset asset(String symbol, Asset.Kind kind, boolean tradable, boolean everything) {
        return new Asset(
                "id",
                symbol,
                kind,
                "ARCA",
                true,
                tradable,
                everything,
                everything,
                everything,
                Set.of(),
                NONE,
                NONE,
                NONE);
    }

    private static long optional(String price) {
        return price.equals("-1") ? NONE : FixedPoint.parse(price);
    }

    private static long e8(long whole) {
        return whole * FixedPoint.ONE;
    }
}
