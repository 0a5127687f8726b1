package io.lockstep.launcher.config;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import io.lockstep.gateway.alpaca.AlpacaSettings;
import io.lockstep.gateway.binance.BinanceSettings;
import org.jspecify.annotations.Nullable;

/**
 * The venues a session connects to. A venue without a section is not connected to, whatever else the file says.
 *
 * @param binanceSpot Binance Spot
 * @param binanceUsdm Binance USDⓈ-M futures
 * @param alpaca Alpaca
 */
public record VenuesSettings(
        @Setting(help = "Binance Spot; without this section it is not connected to") @Nullable
        BinanceSettings binanceSpot,

        @Setting(help = "Binance USD-M futures; without this section it is not connected to") @Nullable
        BinanceSettings binanceUsdm,

        @Setting(help = "Alpaca; without this section it is not connected to") @Nullable
        AlpacaSettings alpaca) {

    /** Whether a venue is connected to. */
    public boolean has(Venue venue) {
        return switch (venue) {
            case BINANCE_SPOT -> binanceSpot != null;
            case BINANCE_USDM -> binanceUsdm != null;
            case ALPACA -> alpaca != null;
            case SIMULATED, NULL_VAL -> false;
        };
    }

    /** Whether any venue is connected to. */
    public boolean isConnected() {
        return binanceSpot != null || binanceUsdm != null || alpaca != null;
    }
}
