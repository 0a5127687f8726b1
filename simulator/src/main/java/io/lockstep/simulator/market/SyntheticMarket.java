package io.lockstep.simulator.market;

import io.lockstep.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/**
 * A market made up from a seed: for each instrument a book of many levels whose middle wanders, whose sizes change, and in which
 * somebody trades all the time. The same seed, instruments and start time give the same market.
 */
public final class SyntheticMarket implements MarketSource {
    private final long stepNs;
    private final List<SyntheticInstrument> instruments = new ArrayList<>();
    private long nextNs;

    /**
     * An empty market.
     *
     * @param startNs time of the first step, UTC, nanoseconds
     * @param stepNs time between steps, nanoseconds, positive
     */
    public SyntheticMarket(long startNs, long stepNs) {
        this.nextNs = startNs;
        this.stepNs = stepNs;
    }

    /**
     * Adds an instrument.
     *
     * @param startPrice first middle, quote currency, E8
     * @param seed seed of everything about it
     */
    public void add(Instrument instrument, long startPrice, long seed) {
        instruments.add(new SyntheticInstrument(instrument, startPrice, seed));
    }

    /** Takes an instrument out: its market comes from elsewhere. */
    public void remove(int instrumentId) {
        instruments.removeIf(each -> each.id() == instrumentId);
    }

    @Override
    public long nextTimeNs() {
        return nextNs;
    }

    @Override
    public void advanceTo(long timeNs, MarketSink sink) {
        while (nextNs <= timeNs) {
            for (SyntheticInstrument each : instruments) {
                each.step(nextNs, sink);
            }
            nextNs += stepNs;
        }
    }
}
