package io.lockstep.gateway.binance.marketdata;

import io.lockstep.engine.settings.Setting;

/**
 * How long each kind of stream may be silent before it counts as mute, 0 for any time. A wrong or wrongly routed stream name is no error
 * at the venue, only silence; so is a stream that died while its socket lives. Liquidations are never watched: silence is their rule.
 */
public record LivenessSettings(
        @Setting(help = "silence of quotes", unit = "milliseconds", fallback = "10000", least = "0", most = "86400000")
        long quotesMs,

        @Setting(help = "silence of trades", unit = "milliseconds", fallback = "300000", least = "0", most = "86400000")
        long tradesMs,

        @Setting(
                help = "silence of the book",
                unit = "milliseconds",
                fallback = "10000",
                least = "0",
                most = "86400000")
        long bookMs,

        @Setting(help = "silence of bars", unit = "milliseconds", fallback = "300000", least = "0", most = "86400000")
        long barsMs,

        @Setting(
                help = "silence of mark prices",
                unit = "milliseconds",
                fallback = "10000",
                least = "0",
                most = "86400000")
        long markPriceMs,

        @Setting(
                help = "silence of the book after which quotes that move prove it dead",
                unit = "milliseconds",
                fallback = "3000",
                least = "100",
                most = "600000")
        long bookBehindQuotesMs) {

    /** The defaults above. */
    public static LivenessSettings defaults() {
        return new LivenessSettings(10_000, 300_000, 10_000, 300_000, 10_000, 3_000);
    }
}
