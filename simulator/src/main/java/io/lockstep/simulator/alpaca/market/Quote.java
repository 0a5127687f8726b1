package io.lockstep.simulator.alpaca.market;

/**
 * Best bid and ask.
 *
 * @param bid quote currency, E8; 0 is none
 * @param bidSize shares or coins, E8
 * @param ask quote currency, E8; 0 is none
 * @param askSize shares or coins, E8
 * @param timeNs UTC, nanoseconds
 */
public record Quote(long bid, long bidSize, long ask, long askSize, long timeNs) {
    /** No bid and no ask. */
    public static final Quote NONE = new Quote(0, 0, 0, 0, 0);

    /** Middle of bid and ask, or what there is of them, quote currency, E8; 0 for none. */
    public long middle() {
        return bid == 0 ? ask : ask == 0 ? bid : bid + (ask - bid) / 2;
    }
}
