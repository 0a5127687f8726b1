package io.lockstep.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an order table should know, in the plainest way. */
final class OrderTableModel {
    final List<Entry> open = new ArrayList<>();
    final List<Entry> closed = new ArrayList<>();
    private final int keptClosed;

    OrderTableModel(int keptClosed) {
        this.keptClosed = keptClosed;
    }

    void open(long id) {
        Entry entry = new Entry();
        entry.id = id;
        open.add(entry);
    }

    void close(long id) {
        Entry entry = find(id);
        open.remove(entry);
        if (closed.size() == keptClosed) {
            closed.remove(0);
        }
        closed.add(entry);
    }

    void reopen(long id) {
        Entry entry = find(id);
        closed.remove(entry);
        open.add(entry);
    }

    List<Long> openIds() {
        return open.stream().map(each -> each.id).toList();
    }

    Entry find(long id) {
        return Stream.concat(open.stream(), closed.stream())
                .filter(each -> each.id == id || each.previous == id || each.replacing == id)
                .findFirst()
                .orElse(null);
    }

    static final class Entry {
        long id;
        long previous;
        long replacing;

        void replaced() {
            if (replacing != 0) {
                previous = id;
                id = replacing;
                replacing = 0;
            }
        }
    }
}
