package io.lockstep.simulator.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assets by dense index, in the order in which they were first named. */
public final class AssetTable {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    /** Index of an asset; an unknown name gets the next one. */
    public int index(String name) {
        Integer known = indexes.get(name);
        return known != null ? known : add(name);
    }

    /**
     * Name of an asset.
     *
     * @throws IndexOutOfBoundsException if no asset has this index
     */
    public String name(int index) {
        return names.get(index);
    }

    /** Number of assets; indexes run from 0 to one less. */
    public int size() {
        return names.size();
    }

    private int add(String name) {
        indexes.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }
}
