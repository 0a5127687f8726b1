package io.lockstep.gateway.binance.marketdata.book;

import io.lockstep.gateway.binance.reference.WeightBudget;
import java.util.SplittableRandom;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;

/**
 * Decides when a book snapshot may be asked for: within a weight budget, each instrument's repeated requests further and further
 * apart and never all at once. Owned by one thread; time is passed in.
 */
public final class SnapshotScheduler {
    private static final int MAX_DOUBLINGS = 10;

    /** Sends a request for a snapshot; its answer comes back as a depth message. */
    @FunctionalInterface
    public interface SnapshotSource {
        /** Asks the venue for the book of an instrument. */
        void request(int instrumentId);
    }

    private final SnapshotSource source;
    private final SnapshotSettings settings;
    private final SplittableRandom random;
    private final Int2ObjectHashMap<Wanted> byInstrument = new Int2ObjectHashMap<>();
    private final IntArrayList order = new IntArrayList();
    private final WeightBudget budget;
    private long requests;
    private long postponed;

    private static final class Wanted {
        private boolean isWanted;
        private int attempts;
        private long dueNs;
    }

    /**
     * Makes a scheduler.
     *
     * @param budget what may be asked for at all; may be shared
     * @param seed of the jitter
     */
    public SnapshotScheduler(SnapshotSettings settings, SnapshotSource source, WeightBudget budget, long seed) {
        this.settings = settings;
        this.source = source;
        this.budget = budget;
        this.random = new SplittableRandom(seed);
    }

    /** Requests sent so far. */
    public long requests() {
        return requests;
    }

    /** Times a due request had to wait because the minute's weight was used up. */
    public long postponed() {
        return postponed;
    }

    /** Wants a snapshot; a request already sent or waiting counts as a failed attempt, so the next one comes later. */
    public void want(int instrumentId, long nowNs) {
        Wanted wanted = wantedOf(instrumentId);
        if (!wanted.isWanted) {
            wanted.isWanted = true;
            order.addInt(instrumentId);
        }
        wanted.dueNs = nowNs + delayNs(wanted.attempts);
    }

    /** No snapshot is needed: the instrument's book is whole, or its stream is gone. */
    public void unwant(int instrumentId) {
        Wanted wanted = wantedOf(instrumentId);
        wanted.isWanted = false;
        wanted.attempts = 0;
        order.removeInt(instrumentId);
    }

    /** Sends what is due. */
    public void poll(long nowNs) {
        for (int i = 0; i < order.size(); i++) {
            int instrumentId = order.getInt(i);
            Wanted wanted = wantedOf(instrumentId);
            if (nowNs < wanted.dueNs) {
                continue;
            }
            if (!budget.tryTake(settings.requestWeight(), nowNs)) {
                postponed++;
                return;
            }
            wanted.attempts++;
            wanted.dueNs = nowNs + settings.timeoutNs() + delayNs(wanted.attempts);
            requests++;
            source.request(instrumentId);
        }
    }

    /** No delay before the first attempt; then doubling, from half of it to the whole. */
    private long delayNs(int attempts) {
        if (attempts == 0) {
            return 0;
        }
        long longest = settings.backOffNs() << Math.min(attempts - 1, MAX_DOUBLINGS);
        long capped = Math.min(longest, settings.maxBackOffNs());
        return capped / 2 + random.nextLong(capped / 2 + 1);
    }

    private Wanted wantedOf(int instrumentId) {
        Wanted wanted = byInstrument.get(instrumentId);
        if (wanted == null) {
            wanted = new Wanted();
            byInstrument.put(instrumentId, wanted);
        }
        return wanted;
    }
}
