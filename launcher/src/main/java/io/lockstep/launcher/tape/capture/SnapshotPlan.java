package io.lockstep.launcher.tape.capture;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order book snapshots of one capture, which instrument each is of, and in which order they come: learned in the first reading,
 * followed in the second.
 *
 * <p>A snapshot taken over REST names no symbol. It is of the instrument whose update ids surround its own; where several do, as futures
 * number all symbols together, of the one whose price is nearest.
 */
public final class SnapshotPlan {
    /** No instrument. */
    static final int NONE = -1;

    private final Map<Integer, Seen> seen = new TreeMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Deque<Snapshot> due = new ArrayDeque<>();
    private long firstTimeNs = Long.MAX_VALUE;

    /** A snapshot of the capture. */
    private static final class Snapshot {
        private final long updateId;
        private final long bidPrice;
        private int instrumentId = NONE;

        Snapshot(long updateId, long bidPrice) {
            this.updateId = updateId;
            this.bidPrice = bidPrice;
        }
    }

    /** What the capture shows of an instrument. */
    private static final class Seen {
        private long firstId = Long.MAX_VALUE;
        private long lastId = Long.MIN_VALUE;
        private long price;

        boolean surrounds(long updateId) {
            return updateId >= firstId - 1 && updateId <= lastId;
        }

        double distance(long other) {
            return price == 0 ? Double.MAX_VALUE : Math.abs(other / (double) price - 1);
        }
    }

    /** Takes an update's ids while learning. */
    void seeUpdate(int instrumentId, long firstId, long lastId) {
        Seen instrument = seen(instrumentId);
        instrument.firstId = Math.min(instrument.firstId, firstId);
        instrument.lastId = Math.max(instrument.lastId, lastId);
    }

    /** Takes a price, quote currency, E8, while learning. */
    void seePrice(int instrumentId, long price) {
        seen(instrumentId).price = price;
    }

    /** Takes a snapshot without a symbol while learning. */
    void seeSnapshot(long updateId, long bidPrice, long receivedNs) {
        snapshots.add(new Snapshot(updateId, bidPrice));
        firstTimeNs = Math.min(firstTimeNs, receivedNs);
    }

    /** When the earliest snapshot was received, UTC, nanoseconds; the largest long if there is none. */
    public long firstTimeNs() {
        return firstTimeNs;
    }

    /** Learning is over: the capture is read again from its start. */
    public void follow() {
        snapshots.forEach(snapshot -> snapshot.instrumentId = owner(snapshot));
        due.clear();
        due.addAll(snapshots);
    }

    /** The instrument of the snapshot that comes now; {@link #NONE} if that cannot be told. */
    int takeNext() {
        return due.isEmpty() ? NONE : due.remove().instrumentId;
    }

    /** Update id of the next snapshot of an instrument; {@link FixedPoint#NULL} if none will come. */
    long nextSnapshotId(int instrumentId) {
        for (Snapshot snapshot : due) {
            if (snapshot.instrumentId == instrumentId) {
                return snapshot.updateId;
            }
        }
        return FixedPoint.NULL;
    }

    private int owner(Snapshot snapshot) {
        int owner = NONE;
        double nearest = Double.MAX_VALUE;
        boolean several = false;
        for (Map.Entry<Integer, Seen> candidate : seen.entrySet()) {
            if (!candidate.getValue().surrounds(snapshot.updateId)) {
                continue;
            }
            double distance = candidate.getValue().distance(snapshot.bidPrice);
            several = owner != NONE && distance == nearest;
            if (owner == NONE || distance < nearest) {
                owner = candidate.getKey();
                nearest = distance;
            }
        }
        return several ? NONE : owner;
    }

    private Seen seen(int instrumentId) {
        return seen.computeIfAbsent(instrumentId, absent -> new Seen());
    }
}
