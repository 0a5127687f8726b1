package io.lockstep.simulator.alpaca.market;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The latest items of a kind in the order of time.
 *
 * @param <T> what is kept
 */
public final class History<T> {
    private final int kept;
    private final ToLongFunction<T> time;
    private Deque<T> items = new ArrayDeque<>();

    History(int kept, ToLongFunction<T> time) {
        this.kept = kept;
        this.time = time;
    }

    void add(T item) {
        items.addLast(item);
        if (items.size() > kept) {
            items.removeFirst();
        }
    }

    /** The latest item, or null if there is none. */
    public @Nullable T latest() {
        return items.peekLast();
    }

    /** Items of a range of times, both ends included, oldest first. */
    public List<T> between(long fromNs, long toNs) {
        List<T> chosen = new ArrayList<>();
        for (T each : items) {
            long timeNs = time.applyAsLong(each);
            if (timeNs >= fromNs && timeNs <= toNs) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** The latest item that fits, or null if there is none. */
    @Nullable
    T find(Predicate<T> wanted) {
        for (Iterator<T> each = items.descendingIterator(); each.hasNext(); ) {
            T item = each.next();
            if (wanted.test(item)) {
                return item;
            }
        }
        return null;
    }

    /** Puts an item, or nothing, in the place of those that fit; whether there was one. */
    boolean replace(Predicate<T> wanted, @Nullable T replacement) {
        Deque<T> rest = new ArrayDeque<>(items.size());
        boolean found = false;
        for (T each : items) {
            boolean fits = wanted.test(each);
            T kept = fits ? replacement : each;
            found |= fits;
            if (kept != null) {
                rest.addLast(kept);
            }
        }
        items = rest;
        return found;
    }
}
