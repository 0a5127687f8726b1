package io.lockstep.engine.order;

import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.sbe.CarriedOrderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Our orders: the open ones in the order they were sent, and the latest closed ones, kept because fills can be late.
 *
 * <p>Everything is preallocated; sending when {@link #isFull()} is refused by the risk gate. Owned by one thread.
 */
public final class OrderTable {
    /** How long an order presumed absent stays findable for a late sighting. */
    public static final long WATCHED_NS = 24 * 3_600_000_000_000L;

    private static final float LOAD_FACTOR = 0.5f;

    private final Long2ObjectHashMap<Order> byId;
    private final Order[] free;
    private final Order[] closed;
    private int freeCount;
    private int closedHead;
    private int closedCount;
    private int openCount;
    private @Nullable Order firstOpen;
    private @Nullable Order lastOpen;
    private OpenOrderListener listener = OpenOrderListener.NONE;

    /**
     * @param maxOpen orders that may be open at once
     * @param keptClosed closed orders that stay findable for late reports
     */
    public OrderTable(int maxOpen, int keptClosed) {
        int all = maxOpen + keptClosed;
        byId = new Long2ObjectHashMap<>(4 * all, LOAD_FACTOR);
        free = new Order[all];
        closed = new Order[keptClosed];
        for (int i = 0; i < all; i++) {
            free[i] = new Order();
        }
        freeCount = all;
    }

    /** Tells of every change of an open order from now on. */
    public void listen(OpenOrderListener follower) {
        listener = follower;
    }

    /** Whether no further order can be opened. */
    public boolean isFull() {
        return freeCount == 0 && closedCount == 0;
    }

    /** Number of orders that may still trade. */
    public int openCount() {
        return openCount;
    }

    /** The open order sent first; follow {@link #nextOpen}. */
    public @Nullable Order firstOpen() {
        return firstOpen;
    }

    /** The open order sent after another. */
    public @Nullable Order nextOpen(Order order) {
        return order.next;
    }

    /** The orders that are open now, in the order they were sent; a copy of the list, not of the orders. */
    public List<Order> listOpen() {
        List<Order> open = new ArrayList<>(openCount);
        for (Order order = firstOpen; order != null; order = order.next) {
            open.add(order);
        }
        return open;
    }

    /** The orders that venues have now, in the order they were sent: open ones that the engine does not hold back. */
    public List<OpenOrder> listAtVenues() {
        return listOpen().stream()
                .filter(order -> !order.isHeld())
                .map(Order::toOpenOrder)
                .toList();
    }

    /** The order of an id, also the id a replacement gave or would give it; null if it is not known or long closed. */
    public @Nullable Order find(long orderId) {
        return byId.get(orderId);
    }

    /**
     * Opens the order a NEW command describes.
     *
     * @throws IllegalStateException if the table is full, which the risk gate does not let happen
     */
    public Order open(OrderCommandDecoder command, long timeNs) {
        if (isFull()) {
            throw new IllegalStateException("order table is full: open=" + openCount);
        }
        if (freeCount == 0) {
            forgetOldestClosed(timeNs);
        }
        Order order = free[--freeCount];
        order.open(command, timeNs);
        byId.put(order.orderId(), order);
        link(order);
        listener.enters(order);
        return order;
    }

    /**
     * Takes an order of an earlier epoch, open or closed, as it stood; they come in the order in which they were sent or closed.
     *
     * @throws IllegalArgumentException if its state is none this build knows
     */
    public Order carried(CarriedOrderDecoder carried) {
        if (freeCount == 0) {
            forgetOldestClosed(carried.changedNs());
        }
        Order order = free[--freeCount];
        order.carried(carried, OrderState.valueOf(carried.state()));
        rememberId(order, order.orderId());
        rememberId(order, order.previousId());
        rememberId(order, order.replacingId());
        if (order.state().isOpen()) {
            link(order);
            listener.enters(order);
        } else {
            keepClosed(order, order.changedNs());
        }
        return order;
    }

    /** Shows the closed orders that are kept, those closed first before the others. */
    public void forEachClosed(Consumer<Order> reader) {
        for (int i = 0; i < closedCount; i++) {
            reader.accept(closed[(closedHead + i) % closed.length]);
        }
    }

    /** Notes that a change was asked for under a new id. */
    public void replacing(Order order, long newId, long newPrice, long newQuantity) {
        leave(order);
        forgetId(order.replacingId());
        order.replacing(newId, newPrice, newQuantity);
        byId.put(newId, order);
        enter(order);
    }

    /** The change under way was made: the order goes by its new id; the one before stays findable for late reports. */
    public void replaced(Order order) {
        if (order.replacingId() != 0) {
            leave(order);
            forgetId(order.previousId());
            order.replaced();
            enter(order);
        }
    }

    /**
     * The venue changed an order without being asked.
     *
     * @param price quote currency, E8, or {@code FixedPoint.NULL} where it is not said
     * @param quantity base currency, E8, or {@code FixedPoint.NULL} where it is not said
     */
    public void amended(Order order, long price, long quantity) {
        leave(order);
        order.amended(price, quantity);
        enter(order);
    }

    /** The stop price was reached. */
    public void triggered(Order order) {
        leave(order);
        order.triggered();
        enter(order);
    }

    /** The engine no longer holds it: it is handed to the gateway. */
    public void released(Order order, long timeNs) {
        leave(order);
        order.released(timeNs);
        enter(order);
    }

    /** The change under way was refused. */
    public void replaceRejected(Order order) {
        leave(order);
        forgetId(order.replacingId());
        order.replaceRejected();
        enter(order);
    }

    /**
     * Adds to an order's filled quantity.
     *
     * @param lastQty base currency, E8
     */
    public void fill(Order order, long lastQty) {
        leave(order);
        order.fill(lastQty);
        enter(order);
    }

    /** Gives an order its next state, and moves it between the open and the closed ones if need be. */
    public void move(Order order, OrderState next, long timeNs) {
        boolean wasOpen = order.state().isOpen();
        boolean isOpen = next.isOpen();
        leave(order);
        order.state(next, timeNs);
        if (wasOpen && !isOpen) {
            unlink(order);
            keepClosed(order, timeNs);
        } else if (!wasOpen && isOpen) {
            takeFromClosed(order);
            link(order);
        }
        enter(order);
    }

    private void leave(Order order) {
        if (order.state().isOpen()) {
            listener.leaves(order);
        }
    }

    private void enter(Order order) {
        if (order.state().isOpen()) {
            listener.enters(order);
        }
    }

    private void link(Order order) {
        order.previous = lastOpen;
        order.next = null;
        if (lastOpen == null) {
            firstOpen = order;
        } else {
            lastOpen.next = order;
        }
        lastOpen = order;
        openCount++;
    }

    private void unlink(Order order) {
        Order before = order.previous;
        Order after = order.next;
        if (before == null) {
            firstOpen = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            lastOpen = before;
        } else {
            after.previous = before;
        }
        openCount--;
    }

    private void keepClosed(Order order, long timeNs) {
        if (closedCount == closed.length) {
            forgetOldestClosed(timeNs);
        }
        closed[(closedHead + closedCount++) % closed.length] = order;
    }

    private void takeFromClosed(Order order) {
        int kept = 0;
        for (int i = 0; i < closedCount; i++) {
            Order each = closed[(closedHead + i) % closed.length];
            if (each != order) {
                closed[(closedHead + kept++) % closed.length] = each;
            }
        }
        closedCount = kept;
    }

    /** Orders presumed absent are passed over while they are watched, unless there are no others. */
    private void forgetOldestClosed(long timeNs) {
        for (int i = 0; i < closedCount && isWatched(closed[closedHead], timeNs); i++) {
            Order watched = closed[closedHead];
            closedHead = (closedHead + 1) % closed.length;
            closed[(closedHead + closedCount - 1) % closed.length] = watched;
        }
        Order oldest = closed[closedHead];
        closedHead = (closedHead + 1) % closed.length;
        closedCount--;
        forgetIds(oldest);
        free[freeCount++] = oldest;
    }

    private void rememberId(Order order, long id) {
        if (id != 0) {
            byId.put(id, order);
        }
    }

    private static boolean isWatched(Order order, long timeNs) {
        return order.state() == OrderState.ABSENT && timeNs - order.changedNs() < WATCHED_NS;
    }

    private void forgetIds(Order order) {
        forgetId(order.orderId());
        forgetId(order.previousId());
        forgetId(order.replacingId());
    }

    private void forgetId(long id) {
        if (id != 0) {
            byId.remove(id);
        }
    }
}
