package io.lockstep.simulator.binance.api;

/** The two Binance products that are simulated. */
public enum Product {
    /** Spot: REST under {@code /api/v3}, WebSocket API under {@code /ws-api/v3}. */
    SPOT,
    /** USDⓈ-M futures: REST under {@code /fapi}, WebSocket API under {@code /ws-fapi/v1}. */
    USDM;

    /** Whether it is the futures product. */
    public boolean isFutures() {
        return this == USDM;
    }
}
