package io.lockstep.gateway.binance.marketdata;

import io.lockstep.engine.settings.Setting;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.net.Endpoint;

/**
 * Where market data comes from, which of it, and within which bounds. The defaults are the venue's production addresses, which need no
 * account.
 */
public record BinanceMarketDataSettings(
        @Setting(help = "spot market streams", fallback = "wss://stream.binance.com:9443")
        String spotStreams,

        @Setting(help = "spot market streams in binary", fallback = "wss://stream-sbe.binance.com:9443")
        String spotBinaryStreams,

        @Setting(help = "spot REST", fallback = "https://api.binance.com")
        String spotRest,

        @Setting(help = "futures market streams, without /public and /market", fallback = "wss://fstream.binance.com")
        String usdmStreams,

        @Setting(help = "futures REST", fallback = "https://fapi.binance.com")
        String usdmRest,

        @Setting(help = "how spot market data comes", fallback = "json")
        Encoding encoding,

        @Setting(help = "which streams", fallback = "{}") StreamSettings streams,

        @Setting(help = "when a stream counts as mute", fallback = "{}") LivenessSettings liveness,

        @Setting(
                help = "streams on one socket at most; the venues allow 1024",
                fallback = "200",
                least = "1",
                most = "1024")
        int streamsPerSocket,

        @Setting(
                help = "age at which a socket is replaced, before the venue cuts it at 24 hours",
                unit = "minutes",
                fallback = "1380",
                least = "1",
                most = "1439")
        int socketLifeMinutes,

        @Setting(
                help = "levels of a book snapshot on each side; futures have at most 1000",
                fallback = "1000",
                least = "100",
                most = "5000")
        int snapshotLevels,

        @Setting(
                help = "request weight that snapshots and reference data may use, of 6000 on spot and 2400 on futures",
                unit = "1/min",
                fallback = "1200",
                least = "100",
                most = "6000")
        int weightPerMinute,

        @Setting(
                help =
                        "keep only the newest quote of an instrument while the ring is full; false makes the network wait",
                fallback = "true")
        boolean conflation) {

    /** Checks addresses. */
    public BinanceMarketDataSettings {
        for (String address : new String[] {spotStreams, spotBinaryStreams, spotRest, usdmStreams, usdmRest}) {
            Endpoint.parse(address);
        }
    }

    /** Production, quotes, aggregate trades and whole books. */
    public static BinanceMarketDataSettings defaults() {
        return new BinanceMarketDataSettings(
                "wss://stream.binance.com:9443",
                "wss://stream-sbe.binance.com:9443",
                "https://api.binance.com",
                "wss://fstream.binance.com",
                "https://fapi.binance.com",
                Encoding.JSON,
                StreamSettings.defaults(),
                LivenessSettings.defaults(),
                200,
                1380,
                1000,
                1200,
                true);
    }

    /** Whether a product's streams come in binary. */
    public boolean isBinary(Product product) {
        return encoding == Encoding.SBE && product == Product.SPOT;
    }

    /** Where a product's streams are. */
    public Endpoint streamsOf(Product product) {
        String address = product == Product.USDM ? usdmStreams : isBinary(product) ? spotBinaryStreams : spotStreams;
        return Endpoint.parse(address);
    }

    /** Where a product's REST is. */
    public Endpoint restOf(Product product) {
        return Endpoint.parse(product == Product.SPOT ? spotRest : usdmRest);
    }
}
