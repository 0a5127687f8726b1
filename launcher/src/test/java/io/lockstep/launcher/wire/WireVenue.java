package io.lockstep.launcher.wire;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.config.AccountSettings;

/** A venue served on loopback, and the configuration that connects to it. */
enum WireVenue {
    /** Binance Spot. */
    SPOT("binance-spot", Venue.BINANCE_SPOT, "BTCUSDT", "BTC"),
    /** Binance USDⓈ-M. */
    USDM("binance-usdm", Venue.BINANCE_USDM, "ETHUSDT", "ETH"),
    /** Alpaca. */
    ALPACA("alpaca", Venue.ALPACA, "F", "F");

    private static final String BINANCE = """
              %1$s:
                rest: http://127.0.0.1:%2$d
                wsApi: ws://127.0.0.1:%2$d/%3$s
                userStreams: ws://127.0.0.1:%2$d/%4$s
                sendOrders: true
                catchUp: { ordersMs: 1000, positionsMs: 1000, cashMs: 1000 }
                marketData: { %5$sStreams: "ws://127.0.0.1:%2$d", %5$sRest: "http://127.0.0.1:%2$d", streams: {}, liveness: {} }
            """;

    private static final String STOCKS = """
              alpaca:
                endpoints:
                  tradingRest: http://127.0.0.1:%1$d
                  dataRest: http://127.0.0.1:%1$d
                  tradingStream: ws://127.0.0.1:%1$d/stream
                  stockStream: ws://127.0.0.1:%1$d/v2
                  cryptoStream: ws://127.0.0.1:%1$d/v1beta3/crypto/us
                  newsStream: ws://127.0.0.1:%1$d/v1beta1/news
                orders: { sendOrders: true }
                requests: { perMinute: 1000 }
                reconciliation: { orders: 1s, fills: 1s, positions: 1s, cash: 1s, clock: 10m }
            """;

    private final String label;
    private final Venue venue;
    private final String symbol;
    private final String baseAsset;

    WireVenue(String label, Venue venue, String symbol, String baseAsset) {
        this.label = label;
        this.venue = venue;
        this.symbol = symbol;
        this.baseAsset = baseAsset;
    }

    /** What the server, the account and the strategy are called. */
    String label() {
        return label;
    }

    /** What is traded there. */
    String symbol() {
        return symbol;
    }

    /** What is bought there. */
    String baseAsset() {
        return baseAsset;
    }

    /** Whether an account of the configuration is there. */
    boolean has(AccountSettings account) {
        return account.venue() == venue;
    }

    /** The section of the configuration that connects to it. */
    String section(int port) {
        return switch (this) {
            case SPOT -> BINANCE.formatted("binanceSpot", port, "ws-api/v3", "ws-api/v3", "spot");
            case USDM -> BINANCE.formatted("binanceUsdm", port, "ws-fapi/v1", "private", "usdm");
            case ALPACA -> STOCKS.formatted(port);
        };
    }
}
