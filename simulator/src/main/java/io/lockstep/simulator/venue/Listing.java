package io.lockstep.simulator.venue;

import io.lockstep.engine.instrument.Instrument;

/**
 * An instrument a venue trades.
 *
 * @param instrument definition; its id is the venue's own
 * @param startPrice first price of a synthetic market, quote currency, E8, positive
 */
public record Listing(Instrument instrument, long startPrice) {}
