package io.lockstep.simulator.alpaca;

import io.lockstep.engine.settings.Setting;

/** How the simulated Alpaca's streams treat their clients. */
public record AlpacaStreamSettings(
        @Setting(
                help = "symbols one stream may name in trades and quotes, 30 on the free plan; 0 is no limit",
                fallback = "0",
                least = "0",
                most = "100000")
        int symbolLimit,

        @Setting(
                help = "time a stream has to authenticate",
                unit = "milliseconds",
                fallback = "10000",
                least = "10",
                most = "60000")
        int authTimeoutMs,

        @Setting(
                help = "what a slow stream may leave unread before it is dropped",
                unit = "bytes",
                fallback = "4194304",
                least = "1024",
                most = "16777216")
        int slowClientBytes,

        @Setting(help = "whether the trading stream sends binary frames, as a paper account's does", fallback = "true")
        boolean binaryFrames) {
    /** The defaults that stand in the annotations. */
    public static AlpacaStreamSettings defaults() {
        return new AlpacaStreamSettings(0, 10_000, 4_194_304, true);
    }
}
