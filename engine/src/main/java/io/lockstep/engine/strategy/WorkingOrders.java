package io.lockstep.engine.strategy;

import io.lockstep.engine.sbe.CarriedOrderDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.util.Arrays;

/**
 * The orders of one strategy that are sent or live, in the order they were sent. An order is found by its id, by the id it had before its
 * last replacement, for reports can be late, and by the id of a replacement under way. Owned by the strategy handler.
 */
final class WorkingOrders {
    private static final long NONE = 0;

    private long[] ids = new long[32];
    private long[] previousIds = new long[32];
    private long[] replacements = new long[32];
    private int[] instruments = new int[32];
    private Side[] sides = new Side[32];
    private TimeInForce[] lives = new TimeInForce[32];
    private boolean[] reduceOnly = new boolean[32];
    private int size;

    int size() {
        return size;
    }

    long id(int i) {
        return ids[i];
    }

    /** Id of the replacement under way, 0 if there is none. */
    long replacement(int i) {
        return replacements[i];
    }

    int instrument(int i) {
        return instruments[i];
    }

    Side side(int i) {
        return sides[i];
    }

    TimeInForce timeInForce(int i) {
        return lives[i];
    }

    boolean isReduceOnly(int i) {
        return reduceOnly[i];
    }

    int count(int instrumentId) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += instruments[i] == instrumentId ? 1 : 0;
        }
        return count;
    }

    void add(long orderId, int instrumentId, Side side, TimeInForce life, boolean onlyReduces) {
        if (size == ids.length) {
            grow(2 * size);
        }
        ids[size] = orderId;
        previousIds[size] = NONE;
        replacements[size] = NONE;
        instruments[size] = instrumentId;
        sides[size] = side;
        lives[size] = life;
        reduceOnly[size++] = onlyReduces;
    }

    /** Takes an open order of an earlier epoch. */
    void carried(CarriedOrderDecoder order) {
        add(
                order.orderId(),
                order.instrumentId(),
                order.side(),
                order.timeInForce(),
                order.flags().reduceOnly());
        previousIds[size - 1] = order.previousId();
        replacements[size - 1] = order.replacingId();
    }

    /** Notes a replacement under way; while there is one a further one is not noted, for the risk gate denies it. */
    void replacing(long orderId, long newId) {
        int index = indexOf(orderId);
        if (index >= 0 && replacements[index] == NONE) {
            replacements[index] = newId;
        }
    }

    void replaced(long orderId) {
        int index = indexOf(orderId);
        if (index >= 0 && replacements[index] != NONE) {
            previousIds[index] = ids[index];
            ids[index] = replacements[index];
            replacements[index] = NONE;
        }
    }

    /** The venue knows an order by an id: if it is that of the replacement under way, that was made. */
    void sighted(long orderId) {
        int index = indexOf(orderId);
        if (index >= 0 && replacements[index] == orderId) {
            replaced(orderId);
        }
    }

    /** The venue refused the replacement of an order, which it may name by the old or the new id. */
    void replaceRefused(long orderId) {
        int index = indexOf(orderId);
        if (index >= 0) {
            replacements[index] = NONE;
        }
    }

    /** One replacement never left; another one of the same order may be under way. */
    void replaceDenied(long newId) {
        int index = indexOf(newId);
        if (index >= 0 && replacements[index] == newId) {
            replacements[index] = NONE;
        }
    }

    /** Forgets an order, by any of its ids. */
    void remove(long orderId) {
        int index = indexOf(orderId);
        if (index < 0) {
            return;
        }
        size--;
        for (int i = index; i < size; i++) {
            ids[i] = ids[i + 1];
            previousIds[i] = previousIds[i + 1];
            replacements[i] = replacements[i + 1];
            instruments[i] = instruments[i + 1];
            sides[i] = sides[i + 1];
            lives[i] = lives[i + 1];
            reduceOnly[i] = reduceOnly[i + 1];
        }
    }

    /** Place of an order, found by any of its ids; -1 if it is not working. */
    int indexOf(long orderId) {
        for (int i = 0; i < size; i++) {
            boolean found = ids[i] == orderId || previousIds[i] == orderId || replacements[i] == orderId;
            if (found && orderId != NONE) {
                return i;
            }
        }
        return -1;
    }

    private void grow(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
        previousIds = Arrays.copyOf(previousIds, capacity);
        replacements = Arrays.copyOf(replacements, capacity);
        instruments = Arrays.copyOf(instruments, capacity);
        sides = Arrays.copyOf(sides, capacity);
        lives = Arrays.copyOf(lives, capacity);
        reduceOnly = Arrays.copyOf(reduceOnly, capacity);
    }
}
