package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.List;

/** Prices that wander at the venue, and the quotes of them that reach the process. Other people trade with what rests at the touch. */
public final class MarketFeed {
    private static final long LEAST_STEP_NS = 3 * Site.SECOND / 2;
    private static final long MOST_STEP_NS = 4 * Site.SECOND;
    private static final long LONGEST_SILENCE_NS = 30 * Site.SECOND;
    private static final int MOST_TICKS = 12;
    private static final int CENTER_PULL = 400;

    private final Site site;
    private final List<Instrument> instruments;
    private final VenueLedger ledger;
    private final Records records;
    private final long[] centers;
    private final long[] mids;
    private final long[] silentUntilNs;

    /**
     * A market that has not begun.
     *
     * @param mids where prices begin, E8
     */
    public MarketFeed(Site site, List<Instrument> instruments, VenueLedger ledger, Records records, long[] mids) {
        this.site = site;
        this.instruments = List.copyOf(instruments);
        this.ledger = ledger;
        this.records = records;
        this.mids = mids.clone();
        centers = mids.clone();
        silentUntilNs = new long[mids.length];
    }

    /** Begins to move. */
    public void start() {
        for (Instrument each : instruments) {
            step(each);
        }
    }

    /** An instrument falls silent for a while; its market goes on without us. */
    public void silence() {
        int id = (int) site.dice().upTo(Feature.SILENT_MARKET, instruments.size());
        silentUntilNs[id] = site.agenda().nowNs() + site.dice().upTo(Feature.SILENT_MARKET, LONGEST_SILENCE_NS);
    }

    private void step(Instrument instrument) {
        int id = instrument.id();
        long tick = instrument.tickSize();
        long pull = (centers[id] - mids[id]) / tick / CENTER_PULL;
        mids[id] += tick * (site.random().nextLong(-MOST_TICKS, MOST_TICKS + 1) + pull);
        long half = tick * site.random().nextLong(1, 4);
        long bid = mids[id] - half;
        long ask = mids[id] + half;
        site.now(ledger).quote(id, bid, ask);
        tradeWithResting(id);
        if (site.agenda().nowNs() >= silentUntilNs[id]) {
            byte[] quote = records.quote(id, bid, ask, site.agenda().nowNs());
            int generation = site.inbox().generation();
            site.agenda()
                    .after(
                            site.random().nextLong(Site.MS, 30 * Site.MS),
                            () -> site.inbox().deliver(generation, quote));
        }
        site.agenda().after(site.random().nextLong(LEAST_STEP_NS, MOST_STEP_NS), () -> step(instrument));
    }

    private void tradeWithResting(int instrumentId) {
        for (VenueOrder order : List.copyOf(ledger.open())) {
            boolean his =
                    order.wish().instrumentId() == instrumentId && site.random().nextInt(4) == 0;
            if (his && site.dice().strikes(Feature.OVERFILL) && !order.isForeign()) {
                ledger.overfill(
                        order, order.leavesQty() + instruments.get(instrumentId).lotSize());
            } else if (his) {
                long lot = instruments.get(instrumentId).lotSize();
                ledger.hit(order, lot * site.random().nextLong(1, 1 + Math.max(1, 2 * order.leavesQty() / lot)));
            }
        }
    }
}
