package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.sbe.Venue;

/** Binance's two venues: they share a protocol family and differ in fields, rules and addresses. */
public enum Product {
    /** Spot trading. */
    SPOT(Venue.BINANCE_SPOT),
    /** USDⓈ-margined perpetual and delivery futures. */
    USDM(Venue.BINANCE_USDM);

    private final Venue venue;

    Product(Venue venue) {
        this.venue = venue;
    }

    /** The venue's code in engine events. */
    public Venue venue() {
        return venue;
    }
}
