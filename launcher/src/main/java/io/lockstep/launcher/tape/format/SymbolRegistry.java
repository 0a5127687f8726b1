package io.lockstep.launcher.tape.format;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import java.util.ArrayList;
import java.util.List;

/** Gives every symbol of an import its dense id, in the order in which they appear. Owned by one thread. */
public final class SymbolRegistry {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A symbol that appeared.
     *
     * @param symbol the venue's symbol, upper case
     * @param venue where it trades
     * @param assetClass what it is
     */
    public record Entry(String symbol, Venue venue, AssetClass assetClass) {}

    /** The id of a symbol, a new one on first sight. */
    public int idOf(String symbol, Venue venue, AssetClass assetClass) {
        Entry entry = new Entry(symbol, venue, assetClass);
        int id = entries.indexOf(entry);
        if (id < 0) {
            id = entries.size();
            entries.add(entry);
        }
        return id;
    }

    /** The symbols by id. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
