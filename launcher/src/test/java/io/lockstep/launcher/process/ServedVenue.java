package io.lockstep.launcher.process;

/** A venue that is served, how the program reaches it, and where it keeps its books. */
enum ServedVenue {
    /** Binance Spot. */
    SPOT("binance-spot", "BTCUSDT", "binanceSpot", "ws-api/v3", "ws-api/v3", "spot", "/api/v3/", "myTrades"),
    /** Binance USDⓈ-M. */
    USDM("binance-usdm", "ETHUSDT", "binanceUsdm", "ws-fapi/v1", "private", "usdm", "/fapi/v1/", "userTrades");

    private static final String SECTION = """
              %1$s:
                rest: http://127.0.0.1:%2$d
                wsApi: ws://127.0.0.1:%2$d/%3$s
                userStreams: ws://127.0.0.1:%2$d/%4$s
                sendOrders: true
                catchUp: { ordersMs: 1000, positionsMs: 1000, cashMs: 1000 }
                marketData: { %5$sStreams: "ws://127.0.0.1:%2$d", %5$sRest: "http://127.0.0.1:%2$d", streams: {}, liveness: {} }
            """;

    private final String label;
    private final String symbol;
    private final String key;
    private final String orders;
    private final String reports;
    private final String prefix;
    private final String path;
    private final String trades;

    ServedVenue(
            String label,
            String symbol,
            String key,
            String orders,
            String reports,
            String prefix,
            String path,
            String trades) {
        this.label = label;
        this.symbol = symbol;
        this.key = key;
        this.orders = orders;
        this.reports = reports;
        this.prefix = prefix;
        this.path = path;
        this.trades = trades;
    }

    /** What server, account and strategy are called. */
    String label() {
        return label;
    }

    /** What is traded there. */
    String symbol() {
        return symbol;
    }

    /** Path of its private requests. */
    String path() {
        return path;
    }

    /** What it calls an account's trades. */
    String trades() {
        return trades;
    }

    /** The section of a configuration that connects to it. */
    String section(int port) {
        return SECTION.formatted(key, port, orders, reports, prefix);
    }
}
