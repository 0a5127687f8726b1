package io.lockstep.gateway.binance.marketdata;

import io.lockstep.engine.settings.Setting;
import java.util.Set;

/** Which market streams are subscribed for every instrument. What a product does not have is left out. */
public record StreamSettings(
        @Setting(help = "best bid and ask, each change of them", fallback = "true")
        boolean quotes,

        @Setting(help = "public trades", fallback = "aggregate")
        TradeStream trades,

        @Setting(help = "the book", fallback = "changes") BookStream book,

        @Setting(
                help = "time between messages of the book: spot 100 or 1000, futures 100, 250 or 500",
                unit = "milliseconds",
                fallback = "100",
                least = "100",
                most = "1000")
        int bookIntervalMs,

        @Setting(help = "length of bars as the venue names it, as 1m, or none", fallback = "none")
        String bars,

        @Setting(help = "mark price and funding each second; futures only", fallback = "true")
        boolean markPrice,

        @Setting(help = "liquidations; futures only", fallback = "false")
        boolean liquidations) {
    private static final String NO_BARS = "none";
    private static final Set<Integer> INTERVALS_MS = Set.of(100, 250, 500, 1000);
    private static final Set<String> BARS = Set.of(
            NO_BARS, "1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M");

    /** Checks words and numbers; that at least something is wanted is for the feed to see. */
    public StreamSettings {
        if (!INTERVALS_MS.contains(bookIntervalMs)) {
            throw new IllegalArgumentException("must be 100, 250, 500 or 1000: bookIntervalMs=" + bookIntervalMs);
        }
        if (!BARS.contains(bars)) {
            throw new IllegalArgumentException("not a length of bars the venues have: bars=" + bars);
        }
    }

    /** Quotes, aggregate trades, the whole book and mark prices. */
    public static StreamSettings defaults() {
        return new StreamSettings(true, TradeStream.AGGREGATE, BookStream.CHANGES, 100, NO_BARS, true, false);
    }

    /** Whether the venue's own bars are wanted. */
    public boolean wantsBars() {
        return !bars.equals(NO_BARS);
    }
}
