package io.lockstep.gateway.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.session.FakeBinance;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.Test;

class BinanceGatewayTest {
    private static final String INFO =
            "{\"serverTime\":1,\"rateLimits\":[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":50}],"
                    + "\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"orderTypes\":[\"LIMIT\"],"
                    + "\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"maxPrice\":\"1000000\",\"tickSize\":\"0.01\"},"
                    + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"9000\",\"stepSize\":\"0.001\"}]}]}";

    @Test
    void shouldLoadInstrumentsBecomeReadyAndCountWhatItDid() throws InterruptedException {
        EventStory story = new EventStory();
        try (FakeBinance venue = new FakeBinance();
                Transport transport = new Transport(
                        new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
                BinanceGateway gateway = gateway(venue, transport)) {
            venue.time("GET /api/v3/time", 0)
                    .onRest("GET /api/v3/exchangeInfo", 200, INFO)
                    .onRest(
                            "GET /api/v3/account/commission",
                            200,
                            "{\"standardCommission\":{\"maker\":\"0.0005\",\"taker\":\"0.001\",\"buyer\":\"0\",\"seller\":\"0\"}}")
                    .onRest("GET /api/v3/openOrders", 200, "[]")
                    .onRest("GET /api/v3/allOrders", 200, "[]")
                    .onRest("GET /api/v3/myTrades", 200, "[]")
                    .onRest("GET /api/v3/account", 200, "{\"balances\":[]}")
                    .onMethod("userDataStream.subscribe.signature", "\"status\":200,\"result\":{\"subscriptionId\":0}");

            List<Instrument> instruments = gateway.loadInstruments();
            gateway.start(story, VenueGateway.Past.none(7));
            story.await("connection USER_DATA READY");

            assertThat(instruments).singleElement().satisfies(instrument -> {
                assertThat(instrument.id()).isEqualTo(3);
                assertThat(instrument.makerFee()).isEqualTo(50_000);
            });
            assertThat(gateway.counters())
                    .containsEntry("spot.account.lists_read", 3L)
                    .containsEntry("spot.account.wsapi.sockets_opened", 1L);
        }
    }

    @Test
    void shouldRefuseCommandsBeforeItIsStarted() throws InterruptedException {
        try (FakeBinance venue = new FakeBinance();
                Transport transport = new Transport(
                        new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
                BinanceGateway gateway = gateway(venue, transport)) {
            assertThatThrownBy(() -> gateway.send(new OrderCommandDecoder()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not started");
        }
    }

    private static BinanceGateway gateway(FakeBinance venue, Transport transport) {
        BinanceGateway.Account account = new BinanceGateway.Account(
                Product.SPOT,
                1,
                new ApiKey("test-key", "test-secret"),
                List.of(new InstrumentRequest(3, "BTCUSDT", AssetClass.SPOT)),
                false);
        return new BinanceGateway(account, BinanceAdminTest.settings(venue), transport, new SystemEpochNanoClock());
    }
}
