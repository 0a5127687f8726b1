package io.lockstep.gateway.binance;

import io.lockstep.engine.settings.Setting;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.orderentry.RequestSettings;
import io.lockstep.gateway.binance.reference.ReferenceSettings;
import io.lockstep.gateway.binance.session.rest.CatchUpSettings;
import io.lockstep.gateway.binance.session.rest.FuturesSettings;
import io.lockstep.transport.net.Endpoint;

/**
 * How one account at Binance is reached and traded. Testnet, live and the simulator differ in the addresses alone.
 *
 * @param rest address of REST, as {@code https://host}
 * @param wsApi address of the WebSocket API with its path, as {@code wss://host/ws-api/v3}
 * @param userStreams address of the private streams of futures with their path, as {@code wss://host/private}; spot has them on the
 *     WebSocket API and takes the same address here
 * @param sendOrders whether orders leave; false is shadow mode: live data, every command refused here
 * @param requests how orders are sent
 * @param catchUp how often the venue's own lists are read
 * @param futures what a futures account is set to
 * @param reference how often the venue is asked about itself
 * @param marketData where market data comes from, and which
 */
public record BinanceSettings(
        @Setting(help = "address of REST") String rest,
        @Setting(help = "address of the WebSocket API") String wsApi,

        @Setting(help = "address of the private streams; on spot that of the WebSocket API")
        String userStreams,

        @Setting(help = "whether orders leave; false is shadow mode", fallback = "false")
        boolean sendOrders,

        @Setting(help = "how orders are sent", fallback = "{}")
        RequestSettings requests,

        @Setting(help = "how often the venue's own lists are read", fallback = "{}")
        CatchUpSettings catchUp,

        @Setting(help = "what a futures account is set to", fallback = "{}")
        FuturesSettings futures,

        @Setting(help = "how often the venue is asked about itself", fallback = "{}")
        ReferenceSettings reference,

        @Setting(help = "where market data comes from, and which", fallback = "{}")
        BinanceMarketDataSettings marketData) {

    /** @throws IllegalArgumentException if an address is none, or of the wrong kind */
    public BinanceSettings {
        requireScheme("rest", rest, "http");
        requireScheme("wsApi", wsApi, "ws");
        requireScheme("userStreams", userStreams, "ws");
    }

    /** REST. */
    public Endpoint restEndpoint() {
        return Endpoint.parse(rest);
    }

    /** WebSocket API. */
    public Endpoint wsApiEndpoint() {
        return Endpoint.parse(wsApi);
    }

    /** Private streams. */
    public Endpoint userStreamsEndpoint() {
        return Endpoint.parse(userStreams);
    }

    private static void requireScheme(String name, String address, String scheme) {
        if (!Endpoint.parse(address).scheme().toString().startsWith(scheme)) {
            throw new IllegalArgumentException(
                    "address must begin with " + scheme + " or " + scheme + "s: " + name + "=" + address);
        }
    }
}
