package io.lockstep.simulator.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.settings.Setting;

/** The simulated Alpaca: who may trade, with what, and how its market, its accounts and its streams behave. */
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

        @Setting(help = "its market and its time", fallback = "{}")
        AlpacaMarketSettings market,

        @Setting(help = "habits of its paper accounts", fallback = "{}")
        AlpacaPaperSettings paper,

        @Setting(help = "its streams", fallback = "{}") AlpacaStreamSettings streams) {
    /** The defaults that stand in the annotations. */
    public static AlpacaSimulatorSettings defaults() {
        return new AlpacaSimulatorSettings(
                "test-key",
                "test-secret",
                100_000 * FixedPoint.ONE,
                AlpacaMarketSettings.defaults(),
                AlpacaPaperSettings.defaults(),
                AlpacaStreamSettings.defaults());
    }

    @Override
    public String toString() {
        return "AlpacaSimulatorSettings[apiKey=" + apiKey + ", apiSecret=***, cash=" + FixedPoint.format(cash)
                + ", market=" + market + ", paper=" + paper + ", streams=" + streams + "]";
    }
}
