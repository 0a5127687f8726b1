package io.lockstep.engine.carry;

/** A part of a handler whose numbers outlive an epoch: rate windows, fills that were booked, a day's loss so far. */
public interface CarriedPart {
    /** Writes its numbers. */
    void carryTo(CarryWriter writer);

    /**
     * Takes numbers of the epoch before, if they are its own.
     *
     * @param series valid during the call only
     */
    void carried(CarriedSeries series);
}
