package io.lockstep.simulator.alpaca.order;

import org.jspecify.annotations.Nullable;

/** Told what happens to orders, in the venue's words. */
public interface OrderEvents {
    /**
     * Something happened to an order; the order stands as it does after it.
     *
     * @param execution the fill, where it is one
     */
    void onEvent(String event, AlpacaOrder order, @Nullable Execution execution, long timeNs);
}
