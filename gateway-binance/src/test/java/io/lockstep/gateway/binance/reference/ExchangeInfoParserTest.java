package io.lockstep.gateway.binance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.gateway.binance.SharedData;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.gateway.binance.reference.SymbolRules.LotLimits;
import io.lockstep.gateway.binance.reference.SymbolRules.NotionalLimits;
import io.lockstep.gateway.binance.reference.SymbolRules.OrderCounts;
import io.lockstep.gateway.binance.reference.SymbolRules.PercentPrice;
import io.lockstep.gateway.binance.reference.SymbolRules.PriceLimits;
import io.lockstep.gateway.binance.reference.SymbolRules.TrailingLimits;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeInfoParserTest {
    @Test
    void shouldReadEveryFilterOfASpotSymbol() {
        ExchangeInfo info = read(Product.SPOT, "fastmm/spot_exchange_info_testnet_2026-09.json");

        SymbolRules btc = info.symbol("BTCUSDT").orElseThrow();

        assertThat(info.rateLimits())
                .containsExactly(
                        new RateLimit("REQUEST_WEIGHT", 60, 6_000),
                        new RateLimit("ORDERS", 10, 50),
                        new RateLimit("ORDERS", 86_400, 160_000),
                        new RateLimit("RAW_REQUESTS", 300, 300_000));
        assertThat(btc.price()).isEqualTo(new PriceLimits(e8("0.01"), e8("1000000"), e8("0.01")));
        assertThat(btc.lot()).isEqualTo(new LotLimits(e8("0.00001"), e8("9000"), e8("0.00001")));
        assertThat(btc.marketLot()).isEqualTo(new LotLimits(0, e8("105.07867116"), 0));
        assertThat(btc.notional()).isEqualTo(new NotionalLimits(e8("5"), e8("9000000"), true, false, 5));
        assertThat(btc.percentPrice()).isEqualTo(new PercentPrice(e8("1.2"), e8("0.5"), e8("2"), e8("0.8"), 5));
        assertThat(btc.counts()).isEqualTo(new OrderCounts(200, 5, 0, 100, 20, 10));
        assertThat(btc.trailing()).isEqualTo(new TrailingLimits(10, 2000, 10, 2000));
        assertThat(btc.stpModes()).contains("DECREMENT", "EXPIRE_MAKER").hasSize(6);
        assertThat(btc.flags()).contains("amendAllowed", "icebergAllowed").doesNotContain("isMarginTradingAllowed");
        assertThat(btc.orderTypes()).hasSize(7);
    }

    @Test
    void shouldReadEveryFilterOfAFuturesSymbol() {
        ExchangeInfo info = read(Product.USDM, "fastmm/usdm_exchange_info_demo_2026-09.json");

        SymbolRules btc = info.symbol("BTCUSDT").orElseThrow();
        Instrument instrument = btc.toInstrument(3, 20_000, 40_000);

        assertThat(btc.assetClass()).isEqualTo(AssetClass.PERPETUAL);
        assertThat(btc.price()).isEqualTo(new PriceLimits(e8("261.1"), e8("809484"), e8("0.1")));
        assertThat(btc.marketLot().max()).isEqualTo(e8("120"));
        assertThat(btc.notional()).isEqualTo(new NotionalLimits(e8("50"), 0, true, false, 0));
        assertThat(btc.percentPrice()).isEqualTo(new PercentPrice(e8("1.05"), 0, 0, e8("0.95"), 0));
        assertThat(btc.counts().orders()).isEqualTo(10_000);
        assertThat(btc.timesInForce()).containsExactlyInAnyOrder("GTC", "IOC", "FOK", "GTX", "GTD");
        assertThat(instrument.tickSize()).isEqualTo(e8("0.1"));
        assertThat(instrument.minNotional()).isEqualTo(e8("50"));
        assertThat(instrument.id()).isEqualTo(3);
    }

    @Test
    void shouldReadAllSymbolsOfAWholeVenue() {
        ExchangeInfo spot = parse(Product.SPOT, firstJson("cryptofeed/BINANCE.0.gz"));
        ExchangeInfo usdm = parse(Product.USDM, firstJson("cryptofeed/BINANCE_FUTURES.0.gz"));

        assertThat(spot.symbols()).hasSize(1695);
        assertThat(spot.symbols().stream().filter(s -> s.status() == TradingStatusKind.TRADING))
                .hasSize(1262);
        assertThat(spot.symbols().stream().filter(s -> s.maxPosition() > 0)).hasSize(40);
        assertThat(spot.symbols()).allSatisfy(symbol -> symbol.toInstrument(0, 0, 0));
        assertThat(usdm.symbols()).hasSize(122);
        assertThat(usdm.symbols()).allSatisfy(symbol -> symbol.toInstrument(0, 0, 0));
        assertThat(usdm.symbols().stream().filter(s -> s.assetClass() == AssetClass.FUTURE))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TRADING,TRADING",
        "HALT,HALTED",
        "BREAK,HALTED",
        "CANCEL_ONLY,CANCEL_ONLY",
        "END_OF_DAY,CLOSED",
        "PENDING_TRADING,PRE_OPEN",
        "SETTLING,CLOSED",
        "A_NEW_WORD,CLOSED"
    })
    void shouldReadAnUnknownStatusAsClosed(String text, TradingStatusKind expected) {
        assertThat(ExchangeInfoParser.status(text)).isEqualTo(expected);
    }

    @Test
    void shouldNameAMissingFilter() {
        String json = "{\"serverTime\":1,\"rateLimits\":[],\"symbols\":[{\"symbol\":\"XY\",\"status\":\"TRADING\","
                + "\"baseAsset\":\"X\",\"quoteAsset\":\"Y\",\"filters\":[]}]}";

        assertThatThrownBy(() -> parse(Product.SPOT, json))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("filter missing: symbol=XY, filter=LOT_SIZE");
    }

    private static ExchangeInfo read(Product product, String file) {
        return parse(product, String.join("", SharedData.lines("data/binance/" + file)));
    }

    private static String firstJson(String file) {
        String line = SharedData.lines("data/binance/" + file).get(0);
        return line.substring(line.indexOf('{'));
    }

    private static ExchangeInfo parse(Product product, String json) {
        return ExchangeInfoParser.parse(product, JsonValue.parse(json));
    }

    private static long e8(String text) {
        return FixedPoint.parse(text);
    }
}
