package io.lockstep.engine.indicator;

/** An indicator over closed bars of one instrument and timeframe. */
public interface BarIndicator extends Indicator {
    /** Takes the next closed bar; the carrier is reused afterwards. */
    void onBar(Bar bar);
}
