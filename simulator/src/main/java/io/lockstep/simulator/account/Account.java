package io.lockstep.simulator.account;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Balances and positions of one account. */
public final class Account {
    private final int id;
    private final int leverage;
    private long[] totals = new long[16];
    private long[] locks = new long[16];
    private boolean[] changed = new boolean[16];
    private @Nullable Position[] positions = new Position[16];
    private boolean dirty;

    Account(int id, int leverage) {
        this.id = id;
        this.leverage = leverage;
    }

    /** Account id. */
    public int id() {
        return id;
    }

    /** All of an asset, reserved or not, E8. */
    public long total(int asset) {
        return asset < totals.length ? totals[asset] : 0;
    }

    /** Part of an asset reserved by open orders, E8. */
    public long locked(int asset) {
        return asset < locks.length ? locks[asset] : 0;
    }

    /** Part of an asset that is not reserved, E8. */
    public long free(int asset) {
        return total(asset) - locked(asset);
    }

    /** The position in an instrument, flat if there never was one. */
    public Position position(int instrumentId) {
        if (instrumentId >= positions.length) {
            positions = Arrays.copyOf(positions, Math.max(instrumentId + 1, positions.length * 2));
        }
        Position position = positions[instrumentId];
        if (position == null) {
            position = new Position(instrumentId, leverage);
            positions[instrumentId] = position;
        }
        return position;
    }

    /** The position in an instrument, or null if there never was one. */
    public @Nullable Position positionIfAny(int instrumentId) {
        return instrumentId < positions.length ? positions[instrumentId] : null;
    }

    /** One more than the highest instrument id with a position. */
    public int positionLimit() {
        return positions.length;
    }

    /** Whether a balance or position changed since {@link #takeDirty} was last called. */
    public boolean isDirty() {
        return dirty;
    }

    /** Tells whether anything changed and forgets it; ask for the parts afterwards. */
    public boolean takeDirty() {
        boolean was = dirty;
        dirty = false;
        return was;
    }

    /** Tells whether a balance changed and forgets it. */
    public boolean takeBalanceChanged(int asset) {
        boolean was = asset < changed.length && changed[asset];
        if (was) {
            changed[asset] = false;
        }
        return was;
    }

    /** Tells whether a position changed and forgets it. */
    public boolean takePositionChanged(int instrumentId) {
        Position position = positionIfAny(instrumentId);
        return position != null && position.takeChanged();
    }

    void add(int asset, long amount) {
        touch(asset);
        totals[asset] = Math.addExact(totals[asset], amount);
    }

    void lock(int asset, long amount) {
        if (amount != 0) {
            touch(asset);
            locks[asset] = Math.addExact(locks[asset], amount);
        }
    }

    void markDirty() {
        dirty = true;
    }

    private void touch(int asset) {
        if (asset >= totals.length) {
            int length = Math.max(asset + 1, totals.length * 2);
            totals = Arrays.copyOf(totals, length);
            locks = Arrays.copyOf(locks, length);
            changed = Arrays.copyOf(changed, length);
        }
        changed[asset] = true;
        dirty = true;
    }
}
