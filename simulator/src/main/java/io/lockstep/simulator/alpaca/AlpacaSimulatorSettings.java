package io.lockstep.simulator.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.alpaca.trade.FillModel;

/** The simulated Alpaca: who may trade, with what, and how its market and its habits are. */
public record AlpacaSimulatorSettings(
        @Setting(help = "API key of account 0", fallback = "test-key")
        String apiKey,

        @Setting(help = "secret of that key; a made-up one, never that of a real account", fallback = "test-secret")
        String apiSecret,

        @Setting(
                help = "opening cash",
                unit = "US dollars",
                decimal = true,
                fallback = "100000",
                least = "0",
                most = "1000000000")
        long cash,

        @Setting(help = "seed of the synthetic market and of partial fills", fallback = "1")
        long seed,

        @Setting(
                help = "time between steps of the synthetic market",
                unit = "milliseconds",
                fallback = "100",
                least = "10",
                most = "60000")
        int stepMs,

        @Setting(
                help =
                        "the venue's time at the start, as 2026-03-10T14:30:00Z; empty is the machine's, or a tape's first",
                fallback = "")
        String startTime,

        @Setting(
                help = "how fast the venue's time passes",
                unit = "times real time",
                fallback = "1",
                least = "1",
                most = "1000")
        int speed,

        @Setting(help = "what trades against the best bid or ask", fallback = "any-size")
        FillModel fillModel,

        @Setting(help = "fills that come in part first", unit = "percent", fallback = "10", least = "0", most = "100")
        int partialPercent,

        @Setting(
                help = "time from an order's answer to its arrival in the market",
                unit = "milliseconds",
                fallback = "5",
                least = "0",
                most = "60000")
        int routeMs,

        @Setting(
                help = "trading requests of an account",
                unit = "1/minute",
                fallback = "200",
                least = "1",
                most = "100000")
        int requestsPerMinute,

        @Setting(
                help = "time before the close after which orders for the closing auction are refused",
                unit = "minutes",
                fallback = "10",
                least = "1",
                most = "30")
        int clsCutoffMinutes,

        @Setting(help = "whether the pattern-day-trader rule of before June 2026 applies", fallback = "false")
        boolean dayTradeProtection,

        @Setting(
                help = "symbols one stream may name in trades and quotes; 0 is no limit",
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
                help = "what a slow stream may leave unread before it is closed",
                unit = "bytes",
                fallback = "4194304",
                least = "1024",
                most = "16777216")
        int slowClientBytes,

        @Setting(help = "whether the trading stream sends binary frames, as a paper account's does", fallback = "true")
        boolean binaryFrames) {
    /** The defaults that stand in the annotations. */
    public static AlpacaSimulatorSettings defaults() {
        return new AlpacaSimulatorSettings(
                "test-key",
                "test-secret",
                100_000 * FixedPoint.ONE,
                1,
                100,
                "",
                1,
                FillModel.ANY_SIZE,
                10,
                5,
                200,
                10,
                false,
                0,
                10_000,
                4_194_304,
                true);
    }

    @Override
    public String toString() {
        return "AlpacaSimulatorSettings[apiKey=" + apiKey + ", apiSecret=***, cash=" + FixedPoint.format(cash)
                + ", seed=" + seed + ", stepMs=" + stepMs + ", startTime=" + startTime + ", speed=" + speed
                + ", fillModel=" + fillModel + ", partialPercent=" + partialPercent + ", routeMs=" + routeMs
                + ", requestsPerMinute=" + requestsPerMinute + ", clsCutoffMinutes=" + clsCutoffMinutes
                + ", dayTradeProtection=" + dayTradeProtection + ", symbolLimit=" + symbolLimit + ", authTimeoutMs="
                + authTimeoutMs + ", slowClientBytes=" + slowClientBytes + ", binaryFrames=" + binaryFrames + "]";
    }
}
