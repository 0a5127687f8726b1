package io.lockstep.simulator.server;

import org.jspecify.annotations.Nullable;

/**
 * Which venues to serve, and where: a port, 0 for any free one, null for not at all.
 *
 * @param binanceSpot Binance Spot
 * @param binanceUsdm Binance USDⓈ-M
 * @param alpaca Alpaca, trading and data
 */
public record VenuePorts(
        @Nullable Integer binanceSpot,
        @Nullable Integer binanceUsdm,
        @Nullable Integer alpaca) {
    /** Binance alone. */
    public static VenuePorts ofBinance(@Nullable Integer spot, @Nullable Integer usdm) {
        return new VenuePorts(spot, usdm, null);
    }

    /** Whether nothing is to be served. */
    public boolean isEmpty() {
        return binanceSpot == null && binanceUsdm == null && alpaca == null;
    }
}
