package io.lockstep.gateway.binance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.loopback.LoopbackVenue;
import io.lockstep.gateway.binance.loopback.Stories;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reference data of a venue on loopback. */
class BinanceReferenceTest {
    private static final InstrumentRequest SPOT = new InstrumentRequest(0, "BTCUSDT", AssetClass.SPOT);
    private static final PrivateAccess ACCESS = new PrivateAccess("key", query -> "signed+" + query.length());

    private final LoopbackVenue venue = newVenue();
    private final Transport transport =
            new Transport(new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
    private final WeightBudget weights = new WeightBudget(1_200, 6_000);
    private final Stories stories = new Stories();
    private BinanceReference reference;

    @AfterEach
    void close() {
        if (reference != null) {
            reference.close();
        }
        transport.close();
        venue.close();
    }

    @Test
    void shouldLoadInstrumentsWithFiltersAndTheSettingsFees() {
        open(Product.SPOT, null);
        venue.answer("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%5D", 200, "", spot("TRADING", "0.01"));

        List<Instrument> instruments = reference.load(List.of(SPOT));

        assertThat(instruments).hasSize(1);
        Instrument btc = instruments.get(0);
        assertThat(btc.tickSize()).isEqualTo(1_000_000);
        assertThat(btc.minNotional()).isEqualTo(5 * FixedPoint.ONE);
        assertThat(btc.takerFee()).isEqualTo(100_000);
        assertThat(Math.abs(reference.clockOffsetNs())).isLessThan(60_000_000_000L);
        assertThat(reference.rules(0).notional().max()).isEqualTo(9_000_000 * FixedPoint.ONE);
    }

    @Test
    void shouldAskAnAccountForItsFeesAndMarginSteps() throws InterruptedException {
        open(Product.USDM, ACCESS);
        venue.answer("/fapi/v1/exchangeInfo", 200, "", usdm());
        venue.answer(
                "/fapi/v1/leverageBracket?recvWindow=5000&timestamp=",
                200,
                "",
                "[{\"symbol\":\"BTCUSDT\",\"brackets\":"
                        + "[{\"bracket\":1,\"initialLeverage\":75,\"notionalCap\":10000,\"notionalFloor\":0,"
                        + "\"maintMarginRatio\":0.0065,\"cum\":0}]}]");
        venue.answer(
                "/fapi/v1/commissionRate?symbol=BTCUSDT&recvWindow=5000&timestamp=",
                200,
                "",
                "{\"symbol\":\"BTCUSDT\"," + "\"makerCommissionRate\":\"0.0002\",\"takerCommissionRate\":\"0.0004\"}");

        Instrument btc = reference
                .load(List.of(new InstrumentRequest(0, "BTCUSDT", AssetClass.PERPETUAL)))
                .get(0);

        assertThat(btc.makerFee()).isEqualTo(20_000);
        assertThat(reference.brackets("BTCUSDT").orElseThrow().of(1).maxLeverage())
                .isEqualTo(75);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(venue.awaitRequest());
        }
        assertThat(asked.get(5)).contains("&signature=signed%2B");
        assertThat(ACCESS.toString()).doesNotContain("key");
    }

    @Test
    void shouldSayWhatTheVenueSaysWhenItRefuses() {
        open(Product.SPOT, null);
        venue.answer("/api/v3/exchangeInfo", 400, "", "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");

        assertThatThrownBy(() -> reference.load(List.of(SPOT)))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("/api/v3/exchangeInfo")
                .hasMessageContaining("Invalid symbol");
    }

    @Test
    void shouldRefuseASymbolThatIsMissingOrSomethingElse() {
        open(Product.SPOT, null);
        venue.answer("/api/v3/exchangeInfo", 200, "", spot("TRADING", "0.01"));

        assertThatThrownBy(() -> reference.load(List.of(new InstrumentRequest(0, "XUSDT", AssetClass.SPOT))))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("XUSDT");
    }

    @Test
    void shouldTellWhatChangesInTheDayAndTheVenuesClock() throws InterruptedException {
        open(Product.SPOT, null);
        venue.answer("/api/v3/exchangeInfo", 200, "", spot("BREAK", "0.01"));
        reference.load(List.of(SPOT));

        FakePublisher publisher = new FakePublisher(stories::add);
        venue.answer("/api/v3/exchangeInfo", 200, "", spot("TRADING", "0.10"));
        venue.answer("/api/v3/exchangeInfo", 200, "", spot("TRADING", "0.10").replace("BTCUSDT", "OTHER"));
        reference.start(publisher);

        stories.await("trading 0 CLOSED DELISTED");
        stories.await("clock BINANCE_SPOT");
        assertThat(stories.of("trading"))
                .containsExactly("trading 0 HALTED BREAK", "trading 0 TRADING TRADING", "trading 0 CLOSED DELISTED");
        assertThat(stories.of("definition"))
                .containsExactly("definition 0 BTCUSDT TRADING tick=10000000 lot=1000 market=1000/10000000000"
                        + " notional=500000000-900000000000000 price=1000000-100000000000000 fees=100000/100000");
    }

    private void open(Product product, @Nullable PrivateAccess access) {
        String path = product == Product.SPOT ? "/api/v3/time" : "/fapi/v1/time";
        for (int i = 0; i < 100; i++) {
            venue.answer(path, 200, "", "{\"serverTime\":" + System.currentTimeMillis() + "}");
        }
        Endpoint rest = Endpoint.parse("http://" + venue.address());
        reference = new BinanceReference(
                product,
                new ReferenceSettings(1, 1, 100_000, 100_000),
                access,
                new BinanceReference.Context(transport, TransportClock.system(), rest, weights));
    }

    private static String spot(String status, String tick) {
        return "{\"timezone\":\"UTC\",\"serverTime\":1,\"rateLimits\":[],\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\""
                + status + "\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"orderTypes\":[\"LIMIT\"],\"filters\":["
                + "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"maxPrice\":\"1000000.00\",\"tickSize\":\""
                + tick + "\"},"
                + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00001\",\"maxQty\":\"9000\",\"stepSize\":\"0.00001\"},"
                + "{\"filterType\":\"MARKET_LOT_SIZE\",\"minQty\":\"0\",\"maxQty\":\"100\",\"stepSize\":\"0.00000000\"},"
                + "{\"filterType\":\"NOTIONAL\",\"minNotional\":\"5\",\"applyMinToMarket\":true,\"maxNotional\":\"9000000\","
                + "\"applyMaxToMarket\":false,\"avgPriceMins\":5}]}]}";
    }

    private static String usdm() {
        return "{\"serverTime\":1,\"rateLimits\":[],\"symbols\":[{\"symbol\":\"BTCUSDT\",\"contractType\":\"PERPETUAL\","
                + "\"status\":\"TRADING\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"filters\":["
                + "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.1\",\"maxPrice\":\"1000000\",\"tickSize\":\"0.10\"},"
                + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"1000\",\"stepSize\":\"0.001\"},"
                + "{\"filterType\":\"MIN_NOTIONAL\",\"notional\":\"100\"}]}]}";
    }

    private static LoopbackVenue newVenue() {
        try {
            return new LoopbackVenue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
