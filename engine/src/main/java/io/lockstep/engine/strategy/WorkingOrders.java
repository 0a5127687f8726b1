package io.lockstep.engine.strategy;

import io.lockstep.engine.sbe.Side;
import java.util.Arrays;

/** The orders of one strategy that are sent or live, in the order they were sent. Owned by the strategy handler. */
final class WorkingOrders {
    private long[] ids = new long[32];
    private int[] instruments = new int[32];
    private Side[] sides = new Side[32];
    private long[] replacements = new long[32];
    private int size;

    int size() {
        return size;
    }

    long id(int i) {
        return ids[i];
    }

    int instrument(int i) {
        return instruments[i];
    }

    Side side(int i) {
        return sides[i];
    }

    int count(int instrumentId) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += instruments[i] == instrumentId ? 1 : 0;
        }
        return count;
    }

    void add(long orderId, int instrumentId, Side side) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            instruments = Arrays.copyOf(instruments, size * 2);
            sides = Arrays.copyOf(sides, size * 2);
            replacements = Arrays.copyOf(replacements, size * 2);
        }
        ids[size] = orderId;
        instruments[size] = instrumentId;
        sides[size] = side;
        replacements[size++] = 0;
    }

    void replacing(long orderId, long newId) {
        int index = indexOf(orderId);
        if (index >= 0) {
            replacements[index] = newId;
        }
    }

    void replaced(long orderId) {
        int index = indexOf(orderId);
        if (index >= 0 && replacements[index] != 0) {
            ids[index] = replacements[index];
            replacements[index] = 0;
        }
    }

    void replaceRefused(long orderId) {
        int index = indexOf(orderId);
        if (index >= 0) {
            replacements[index] = 0;
        }
    }

    /** Forgets an order, found by its id or by the id it was to be replaced with. */
    void remove(long orderId) {
        int index = indexOf(orderId);
        if (index < 0) {
            return;
        }
        size--;
        System.arraycopy(ids, index + 1, ids, index, size - index);
        System.arraycopy(instruments, index + 1, instruments, index, size - index);
        System.arraycopy(sides, index + 1, sides, index, size - index);
        System.arraycopy(replacements, index + 1, replacements, index, size - index);
    }

    /** Place of an order, found also by the id it is to be replaced with; -1 if it is not working. */
    int indexOf(long orderId) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == orderId || replacements[i] == orderId) {
                return i;
            }
        }
        return -1;
    }
}
