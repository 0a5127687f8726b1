package io.lockstep.strategies.indicator.structure;

import java.util.function.Predicate;

/** Living zones in the order they were made; the dead are recycled. */
final class ZoneList {
    private final Zone[] zones;
    private int size;

    /** The capacity follows from how many can be made in the longest life, so that it cannot be exceeded. */
    ZoneList(int capacity) {
        zones = new Zone[capacity];
        for (int i = 0; i < capacity; i++) {
            zones[i] = new Zone();
        }
    }

    int size() {
        return size;
    }

    Zone get(int index) {
        return zones[index];
    }

    /** A new zone at the end, to be filled in. */
    Zone add() {
        return zones[size++];
    }

    /** Drops the zones the rule says are over, asked in order; the others close up. */
    void removeIf(Predicate<Zone> isOver) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Zone zone = zones[i];
            if (!isOver.test(zone)) {
                zones[i] = zones[kept];
                zones[kept++] = zone;
            }
        }
        size = kept;
    }
}
