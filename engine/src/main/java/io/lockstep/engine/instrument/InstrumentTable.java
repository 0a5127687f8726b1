package io.lockstep.engine.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of a run by their dense id. Owned by one thread; a later definition of an id replaces the earlier one.
 */
public final class InstrumentTable {
    private @Nullable Instrument[] byId = new Instrument[16];
    private int size;

    /**
     * Adds an instrument or replaces the one of the same id.
     *
     * @throws IllegalArgumentException if the id leaves a hole
     */
    public void put(Instrument instrument) {
        int id = instrument.id();
        if (id > size) {
            throw new IllegalArgumentException("instrument id leaves a hole: id=" + id + ", next=" + size);
        }
        if (id == byId.length) {
            byId = Arrays.copyOf(byId, size * 2);
        }
        size = Math.max(size, id + 1);
        byId[id] = instrument;
    }

    /**
     * The instrument of an id.
     *
     * @throws IllegalArgumentException if no such instrument was defined
     */
    public Instrument get(int id) {
        Instrument instrument = id >= 0 && id < size ? byId[id] : null;
        if (instrument == null) {
            throw new IllegalArgumentException("no such instrument: id=" + id + ", defined=" + size);
        }
        return instrument;
    }

    /** Number of instruments; ids run from 0 to one less. */
    public int size() {
        return size;
    }

    /** The instruments in the order of their ids. */
    public List<Instrument> all() {
        List<Instrument> all = new ArrayList<>(size);
        for (int id = 0; id < size; id++) {
            all.add(get(id));
        }
        return all;
    }
}
