package io.lockstep.simulator.matching.book;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditional orders set off in one direction, the next to go last; orders of one trigger price go in the order of their arrival. */
final class TriggerList {
    private final boolean rising;
    private final List<ClientOrder> orders = new ArrayList<>();

    TriggerList(boolean rising) {
        this.rising = rising;
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    void add(ClientOrder order) {
        int index = orders.size();
        while (index > 0 && !goesAfter(order.stopPrice(), orders.get(index - 1).stopPrice())) {
            index--;
        }
        orders.add(index, order);
    }

    void remove(ClientOrder order) {
        orders.remove(order);
    }

    /** Takes out the next order a price sets off; 0 is no price. */
    @Nullable
    ClientOrder next(long price) {
        if (orders.isEmpty() || price == 0) {
            return null;
        }
        int last = orders.size() - 1;
        long stop = orders.get(last).stopPrice();
        boolean met = rising ? price >= stop : price <= stop;
        return met ? orders.remove(last) : null;
    }

    /** The next trigger strictly beyond {@code from} and not beyond {@code to}; 0 for none. */
    long nearest(long from, long to) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            long stop = orders.get(i).stopPrice();
            boolean beyondFrom = rising ? stop > from : stop < from;
            if (beyondFrom) {
                boolean within = rising ? stop <= to : stop >= to;
                return within ? stop : 0;
            }
        }
        return 0;
    }

    /** Whether a trigger price is met before another, so that its order stands nearer to the end. */
    private boolean goesAfter(long stop, long other) {
        return rising ? stop < other : stop > other;
    }
}
