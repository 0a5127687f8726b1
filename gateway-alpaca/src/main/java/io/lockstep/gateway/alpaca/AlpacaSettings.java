package io.lockstep.gateway.alpaca;

import io.lockstep.engine.settings.Setting;
import java.time.Duration;

/**
 * How to reach Alpaca and how often to ask it.
 *
 * @param endpoints where the venue is
 * @param streams which market data
 * @param orders what may be sent
 * @param requests bounds of REST requests
 * @param reconciliation how often the venue's own lists are read
 */
public record AlpacaSettings(
        @Setting(help = "where the venue is", fallback = "{}")
        Endpoints endpoints,

        @Setting(help = "which market data", fallback = "{}")
        Streams streams,

        @Setting(help = "what may be sent", fallback = "{}") Orders orders,

        @Setting(help = "bounds of REST requests", fallback = "{}")
        Requests requests,

        @Setting(help = "how often the venue's own lists are read", fallback = "{}")
        Reconciliation reconciliation) {

    /** The same for an account whose venue's market data another gateway carries. */
    public AlpacaSettings withoutMarketData() {
        return new AlpacaSettings(endpoints, streams.none(), orders, requests, reconciliation);
    }

    /** The same for a gateway that sends nothing. */
    public AlpacaSettings withoutOrders() {
        Orders none = new Orders(
                false, orders.extendedHours, orders.fractional, orders.cryptoMakerFee, orders.cryptoTakerFee);
        return new AlpacaSettings(endpoints, streams, none, requests, reconciliation);
    }

    /**
     * Where the venue is; the defaults are the paper environment's.
     *
     * @param tradingRest trading API; its path is not used
     * @param dataRest past market data; its path is not used
     * @param tradingStream order events
     * @param stockStream stock data, to which the feed's name is added
     * @param cryptoStream crypto data
     * @param newsStream headlines
     */
    public record Endpoints(
            @Setting(help = "address of the trading API", fallback = "https://paper-api.alpaca.markets")
            String tradingRest,

            @Setting(help = "address of past market data", fallback = "https://data.alpaca.markets")
            String dataRest,

            @Setting(help = "address of order events", fallback = "wss://paper-api.alpaca.markets/stream")
            String tradingStream,

            @Setting(
                    help = "address of stock data, to which the feed's name is added",
                    fallback = "wss://stream.data.alpaca.markets/v2")
            String stockStream,

            @Setting(help = "address of crypto data", fallback = "wss://stream.data.alpaca.markets/v1beta3/crypto/us")
            String cryptoStream,

            @Setting(help = "address of headlines", fallback = "wss://stream.data.alpaca.markets/v1beta1/news")
            String newsStream) {}

    /**
     * Which market data, and how it is watched.
     *
     * @param marketData whether this gateway receives market data at all; of several accounts, one does
     * @param feed which stock feed
     * @param encoding how it is written
     * @param keyForm how the streams are told the key
     * @param trades whether trades are received
     * @param quotes whether best bid and ask are received
     * @param minuteBars whether the venue's minute bars are received
     * @param dailyBars whether the venue's day bars are received
     * @param books whether crypto books are received
     * @param news whether headlines about the instruments are received
     * @param dataSilence silence of a market that is open after which a stream counts as mute
     * @param gapDeadline longest time to fill a gap before live data goes on without
     */
    public record Streams(
            @Setting(help = "whether market data is received; of several accounts, one does", fallback = "true")
            boolean marketData,

            @Setting(help = "which stock feed", fallback = "iex")
            StockFeed feed,

            @Setting(help = "how market data is written", fallback = "json")
            StreamEncoding encoding,

            @Setting(help = "how the streams are told the key", fallback = "message")
            KeyForm keyForm,

            @Setting(help = "whether trades are received", fallback = "true")
            boolean trades,

            @Setting(help = "whether best bid and ask are received", fallback = "true")
            boolean quotes,

            @Setting(help = "whether the venue's minute bars are received", fallback = "false")
            boolean minuteBars,

            @Setting(help = "whether the venue's day bars are received", fallback = "false")
            boolean dailyBars,

            @Setting(help = "whether crypto books are received", fallback = "false")
            boolean books,

            @Setting(help = "whether headlines about the instruments are received", fallback = "false")
            boolean news,

            @Setting(
                    help = "silence of an open market after which a stream counts as mute",
                    fallback = "2m",
                    least = "1s",
                    most = "1h")
            Duration dataSilence,

            @Setting(
                    help = "longest time to fill a gap before live data goes on without",
                    fallback = "5s",
                    least = "100ms",
                    most = "1m")
            Duration gapDeadline) {

        /** Checks that there is something to receive. */
        public Streams {
            if (marketData && !(trades || quotes || minuteBars || dailyBars || books || news)) {
                throw new IllegalArgumentException("market data without any kind of data: marketData=true");
            }
        }

        /** The same for a gateway that receives none. */
        Streams none() {
            return new Streams(
                    false, feed, encoding, keyForm, false, false, false, false, false, false, dataSilence, gapDeadline);
        }
    }

    /**
     * What may be sent.
     *
     * @param sendOrders whether orders are sent; without, everything is read and each order is refused here
     * @param extendedHours whether orders may trade outside the core session
     * @param fractional whether parts of a share may be traded
     * @param cryptoMakerFee fee of a resting crypto fill as a fraction of notional, E8
     * @param cryptoTakerFee fee of a taking crypto fill as a fraction of notional, E8
     */
    public record Orders(
            @Setting(help = "whether orders are sent; without, each is refused here", fallback = "false")
            boolean sendOrders,

            @Setting(help = "whether orders may trade outside the core session", fallback = "false")
            boolean extendedHours,

            @Setting(help = "whether parts of a share may be traded", fallback = "false")
            boolean fractional,

            @Setting(
                    help = "fee of a resting crypto fill",
                    unit = "fraction of notional",
                    decimal = true,
                    fallback = "0.0015",
                    least = "-0.01",
                    most = "0.05")
            long cryptoMakerFee,

            @Setting(
                    help = "fee of a taking crypto fill",
                    unit = "fraction of notional",
                    decimal = true,
                    fallback = "0.0025",
                    least = "-0.01",
                    most = "0.05")
            long cryptoTakerFee) {}

    /**
     * Bounds of REST requests.
     *
     * @param perMinute most trading requests in any minute
     * @param reserve how many of them only cancels and look-ups may use
     * @param dataPerMinute most requests for past data in any minute
     * @param timeout longest wait for an answer, after which the outcome is unknown
     */
    public record Requests(
            @Setting(help = "most trading requests in any minute", fallback = "200", least = "10", most = "10000")
            int perMinute,

            @Setting(
                    help = "how many of them only cancels and look-ups may use",
                    fallback = "20",
                    least = "1",
                    most = "5000")
            int reserve,

            @Setting(help = "most requests for past data in any minute", fallback = "200", least = "1", most = "10000")
            int dataPerMinute,

            @Setting(
                    help = "longest wait for an answer, after which the outcome is unknown",
                    fallback = "5s",
                    least = "100ms",
                    most = "1m")
            Duration timeout) {

        /** Checks that the reserve leaves something. */
        public Requests {
            if (reserve >= perMinute) {
                throw new IllegalArgumentException(
                        "the reserve leaves nothing: perMinute=" + perMinute + ", reserve=" + reserve);
            }
        }
    }

    /**
     * How often the venue's own lists are read.
     *
     * @param orders open orders
     * @param fills fills
     * @param positions positions
     * @param cash cash
     * @param clock the venue's clock
     * @param catchUp how far back orders and fills are read at start and after a gap
     */
    public record Reconciliation(
            @Setting(help = "open orders", fallback = "5s", least = "1s", most = "10m")
            Duration orders,

            @Setting(help = "fills", fallback = "5s", least = "1s", most = "10m")
            Duration fills,

            @Setting(help = "positions", fallback = "30s", least = "1s", most = "10m")
            Duration positions,

            @Setting(help = "cash", fallback = "60s", least = "1s", most = "10m")
            Duration cash,

            @Setting(help = "the venue's clock", fallback = "60s", least = "1s", most = "10m")
            Duration clock,

            @Setting(
                    help = "how far back orders and fills are read at start and after a gap",
                    fallback = "4d",
                    least = "1h",
                    most = "90d")
            Duration catchUp) {}
}
