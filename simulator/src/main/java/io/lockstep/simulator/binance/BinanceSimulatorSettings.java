package io.lockstep.simulator.binance;

import io.lockstep.engine.settings.Setting;

/** The simulated Binance: who may trade, with what, and how its market moves. */
public record BinanceSimulatorSettings(
        @Setting(help = "API key of account 0", fallback = "test-key")
        String apiKey,

        @Setting(
                help = "HMAC secret of that key; a made-up one, never that of a real account",
                fallback = "test-secret")
        String apiSecret,

        @Setting(
                help = "opening balances of spot, asset=amount with commas between",
                fallback = "USDT=100000,BTC=2,ETH=20,BNB=50")
        String spotBalances,

        @Setting(help = "opening balances of futures, asset=amount with commas between", fallback = "USDT=100000")
        String usdmBalances,

        @Setting(help = "seed of the synthetic market", fallback = "1")
        long seed,

        @Setting(
                help = "time between steps of the synthetic market",
                unit = "milliseconds",
                fallback = "50",
                least = "10",
                most = "10000")
        int stepMs,

        @Setting(help = "leverage of new futures positions", fallback = "20", least = "1", most = "125")
        int leverage) {
    /** The defaults that stand in the annotations. */
    public static BinanceSimulatorSettings defaults() {
        return new BinanceSimulatorSettings(
                "test-key", "test-secret", "USDT=100000,BTC=2,ETH=20,BNB=50", "USDT=100000", 1, 50, 20);
    }

    @Override
    public String toString() {
        return "BinanceSimulatorSettings[apiKey=" + apiKey + ", apiSecret=***, spotBalances=" + spotBalances
                + ", usdmBalances=" + usdmBalances + ", seed=" + seed + ", stepMs=" + stepMs + ", leverage=" + leverage
                + "]";
    }
}
