package io.lockstep.launcher.swarm;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name, in the order of the names; those of several worlds add up. One thread. */
public final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    /** Adds to a count. */
    public void add(String name, long amount) {
        counts.merge(name, amount, Long::sum);
    }

    /** Adds another tally. */
    public void add(Tally other) {
        other.counts.forEach(this::add);
    }

    /** A count, 0 for one never added to. */
    public long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** All counts. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
