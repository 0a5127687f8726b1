package io.lockstep.simulator.server;

import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.alpaca.AlpacaSimulatorSettings;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;

/**
 * What the simulated venues on loopback are like.
 *
 * @param seed seed of the synthetic market
 * @param stepMs time between its steps, milliseconds
 * @param binance Binance Spot and USDⓈ-M
 * @param alpaca Alpaca
 */
public record VenueServerSettings(
        @Setting(help = "seed of the synthetic market", fallback = "1")
        long seed,

        @Setting(
                help = "time between steps of the synthetic market",
                unit = "milliseconds",
                fallback = "50",
                least = "10",
                most = "10000")
        int stepMs,

        @Setting(help = "Binance Spot and USDⓈ-M", fallback = "{}")
        BinanceSimulatorSettings binance,

        @Setting(help = "Alpaca", fallback = "{}") AlpacaSimulatorSettings alpaca) {

    /** The defaults that stand in the annotations. */
    public static VenueServerSettings defaults() {
        return of(BinanceSimulatorSettings.defaults());
    }

    /** The same with another time between the steps of the synthetic market, milliseconds. */
    public VenueServerSettings stepping(int newStepMs) {
        return new VenueServerSettings(seed, newStepMs, binance, alpaca);
    }

    /** A Binance as given, the rest by default. */
    public static VenueServerSettings of(BinanceSimulatorSettings binance) {
        return new VenueServerSettings(1, 50, binance, AlpacaSimulatorSettings.defaults());
    }
}
