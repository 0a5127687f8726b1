package io.lockstep.launcher.swarm.venue;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's truth: takes, changes and cancels orders, trades them against its prices, and tells the listener. It accepts a client id again once the
 * order of that id is no longer open, as Binance does, so that only the engine keeps an order from being placed twice.
 *
 * <p>Binance Spot API, "New order", on {@code newClientOrderId}, read 2026-11.
 */
public final class VenueLedger {
    private static final int SCALE = 8;

    private final List<Instrument> instruments;
    private final VenueListener listener;
    private final VenueBooks books;
    private final List<VenueOrder> orders = new ArrayList<>();
    private final List<VenueOrder> open = new ArrayList<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final long[] bids;
    private final long[] asks;
    private long nowNs;
    private boolean overfilling;

    /**
     * A venue without orders.
     *
     * @param openingCash balance of the quote asset, E8
     */
    public VenueLedger(List<Instrument> instruments, long openingCash, VenueListener listener) {
        this.instruments = List.copyOf(instruments);
        this.listener = listener;
        books = new VenueBooks(this.instruments, openingCash);
        bids = new long[instruments.size()];
        asks = new long[instruments.size()];
    }

    /** Sets the venue's time. */
    public void at(long timeNs) {
        nowNs = timeNs;
    }

    /** Balances and positions. */
    public VenueBooks books() {
        return books;
    }

    /** Every order ever taken, oldest first. */
    public List<VenueOrder> orders() {
        return orders;
    }

    /** Orders that can trade, oldest first. */
    public List<VenueOrder> open() {
        return open;
    }

    /** Every fill, oldest first. */
    public List<VenueFill> fills() {
        return fills;
    }

    /** Best bid, E8. */
    public long bid(int instrumentId) {
        return bids[instrumentId];
    }

    /** Best ask, E8. */
    public long ask(int instrumentId) {
        return asks[instrumentId];
    }

    /** Whether an open order goes by an id. */
    public boolean isOpen(long clientId) {
        return findOpen(clientId) != null;
    }

    /** The latest order that goes or went by an id; null for none. */
    public @Nullable VenueOrder find(long clientId) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).isNamed(clientId)) {
                return orders.get(i);
            }
        }
        return null;
    }

    /** Whether the account has what an order would take; perpetuals are never short of margin here. */
    public boolean isCovered(OrderWish wish) {
        if (!books.isSpot() || wish.buy()) {
            return true;
        }
        long free = books.position(wish.instrumentId());
        for (VenueOrder order : open) {
            boolean takes = !order.wish().buy() && order.wish().instrumentId() == wish.instrumentId();
            free -= takes ? order.leavesQty() : 0;
        }
        return wish.quantity() <= free;
    }

    /** Ends every open order that carries an id of ours. */
    public void cancelOurs() {
        List.copyOf(open).stream().filter(each -> !each.isForeign()).forEach(this::end);
    }

    /**
     * Takes an order, which trades at once if its price allows.
     *
     * @param visibleNs from when on queries and lists show it
     */
    public VenueOrder place(OrderWish wish, long visibleNs) {
        VenueOrder order = new VenueOrder(orders.size() + 1, wish, nowNs, visibleNs);
        orders.add(order);
        open.add(order);
        listener.onAccepted(order);
        match(order);
        return order;
    }

    /** Ends an open order; false if none goes by the id. */
    public boolean cancel(long clientId) {
        VenueOrder order = findOpen(clientId);
        if (order != null) {
            end(order);
        }
        return order != null;
    }

    /** Ends an order, whose ever it is. */
    public void cancel(VenueOrder order) {
        if (order.isOpen()) {
            end(order);
        }
    }

    /** Ends all open orders of an instrument. */
    public void cancelAll(int instrumentId) {
        List.copyOf(open).stream()
                .filter(each -> each.wish().instrumentId() == instrumentId)
                .forEach(this::end);
    }

    /** Changes an open order; false if none goes by the id or more is filled than it is to have. */
    public boolean replace(long clientId, long newId, long price, long quantity) {
        VenueOrder order = findOpen(clientId);
        if (order == null || order.cumQty >= quantity || !order.triggered) {
            return false;
        }
        order.renamed(newId);
        order.price = price;
        order.quantity = quantity;
        listener.onReplaced(order);
        match(order);
        return true;
    }

    /** The market moved: what it reaches trades. */
    public void quote(int instrumentId, long bid, long ask) {
        bids[instrumentId] = bid;
        asks[instrumentId] = ask;
        for (int i = 0; i < open.size(); i++) {
            VenueOrder order = open.get(i);
            if (order.wish().instrumentId() == instrumentId) {
                match(order);
                i -= order.isOpen() ? 0 : 1;
            }
        }
    }

    /** Somebody trades with a resting order: part of it fills at its price. */
    public void hit(VenueOrder order, long quantity) {
        if (order.isOpen() && order.triggered && !order.wish().market()) {
            trade(order, order.price, Math.min(quantity, order.leavesQty()), true);
        }
    }

    /** More of an order fills than was left, which no venue should do. */
    public void overfill(VenueOrder order, long quantity) {
        if (order.isOpen() && order.triggered && !order.wish().market()) {
            overfilling = true;
            trade(order, order.price, quantity, true);
            overfilling = false;
        }
    }

    /** Whether the venue is just about to fill more than was ordered. */
    public boolean isOverfilling() {
        return overfilling;
    }

    private void match(VenueOrder order) {
        int id = order.wish().instrumentId();
        long touch = order.wish().buy() ? asks[id] : bids[id];
        if (touch == 0 || !order.isOpen()) {
            return;
        }
        if (!order.triggered && isReached(order, touch)) {
            order.triggered = true;
            listener.onTriggered(order);
        }
        boolean reached = order.wish().market() || (order.wish().buy() ? touch <= order.price : touch >= order.price);
        if (order.triggered && reached) {
            boolean resting = order.acceptedNs() < nowNs && !order.wish().market();
            trade(order, resting ? order.price : touch, order.leavesQty(), resting);
        }
    }

    private static boolean isReached(VenueOrder order, long touch) {
        long stop = order.wish().stopPrice();
        return order.wish().buy() ? touch >= stop : touch <= stop;
    }

    private void trade(VenueOrder order, long price, long wanted, boolean maker) {
        long quantity = order.wish().reduceOnly() ? Math.min(wanted, reducible(order)) : wanted;
        if (quantity <= 0) {
            end(order);
            return;
        }
        order.cumQty += quantity;
        order.open &= order.cumQty < order.quantity;
        if (!order.open) {
            open.remove(order);
        }
        VenueFill fill = fill(order, price, quantity, maker);
        fills.add(fill);
        books.book(fill);
        listener.onFill(fill);
    }

    private VenueFill fill(VenueOrder order, long price, long quantity, boolean maker) {
        Instrument instrument = instruments.get(order.wish().instrumentId());
        boolean inKind = books.isSpot() && order.wish().buy();
        long rate = maker ? instrument.makerFee() : instrument.takerFee();
        BigDecimal base = FixedPoint.toBigDecimal(quantity);
        BigDecimal charged = inKind ? base : base.multiply(FixedPoint.toBigDecimal(price));
        BigDecimal fee = charged.multiply(FixedPoint.toBigDecimal(rate)).setScale(SCALE, RoundingMode.UP);
        return new VenueFill(
                fills.size() + 1L,
                order,
                order.currentId(),
                price,
                quantity,
                fee.movePointRight(SCALE).longValueExact(),
                inKind ? instrument.baseAsset() : instrument.quoteAsset(),
                order.cumQty,
                order.leavesQty(),
                maker,
                nowNs);
    }

    private long reducible(VenueOrder order) {
        long position = books.position(order.wish().instrumentId());
        long opposite = Math.max(0, order.wish().buy() ? -position : position);
        return instruments.get(order.wish().instrumentId()).floorToLot(opposite);
    }

    private void end(VenueOrder order) {
        order.open = false;
        open.remove(order);
        listener.onCanceled(order);
    }

    private @Nullable VenueOrder findOpen(long clientId) {
        for (VenueOrder order : open) {
            if (order.isNamed(clientId)) {
                return order;
            }
        }
        return null;
    }
}
