package io.lockstep.gateway.binance.orderentry;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.OpenOrder;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of our latest orders beyond what their client ids say: owner, names at the venue, fills of orders they replaced.
 * The engine thread writes when it sends, network threads when they hear; each call holds a lock for some tens of nanoseconds and allocates
 * nothing once warm. The oldest order gives way to the newest; one that is still open comes back with the next list of open orders.
 *
 * <pre>
 *   spot, replaced:     A ◄── B              two orders at the venue, B's fills count on from A's
 *   futures, modified:  A ── B ── C          one order at the venue, which goes on knowing it as A
 * </pre>
 */
public final class OrderDirectory {
    private static final int INSTRUMENT_BITS = 16;

    private final Long2ObjectHashMap<Entry> byId;
    private final Long2ObjectHashMap<Entry> byVenueId;
    private final Entry[] entries;
    private int next;

    /** @param capacity number of latest orders remembered, positive */
    public OrderDirectory(int capacity) {
        byId = new Long2ObjectHashMap<>(capacity * 2, 0.55f);
        byVenueId = new Long2ObjectHashMap<>(capacity * 2, 0.55f);
        entries = new Entry[capacity];
        for (int i = 0; i < capacity; i++) {
            entries[i] = new Entry();
        }
    }

    private static final class Entry {
        private final OrderFacts facts = new OrderFacts();
        private long currentId;
        private long pendingId;
        private long venueKey = FixedPoint.NULL;
    }

    /**
     * An order that an earlier process sent and that the journal leaves open. One that the venue has triggered is left to the venue's list, which
     * says under which id it is in the book.
     *
     * @param inPlace whether the venue changes orders in place and goes on knowing them by their first id
     */
    public synchronized void recall(OpenOrder order, boolean inPlace) {
        if (order.triggered()) {
            return;
        }
        if (inPlace) {
            recallNamed(order);
        } else {
            recallReplaced(order);
        }
    }

    private void recallNamed(OpenOrder order) {
        Entry named = recalled(order, order.firstId(), order.price(), order.quantity());
        named.currentId = order.orderId();
        recalled(order, order.orderId(), order.price(), order.quantity()).facts.venueName = order.firstId();
        if (order.replacingId() != 0) {
            named.pendingId = order.replacingId();
            recalled(order, order.replacingId(), order.pendingPrice(), order.pendingQuantity()).facts.venueName =
                    order.firstId();
        }
    }

    private void recallReplaced(OpenOrder order) {
        Entry entry = recalled(order, order.orderId(), order.price(), order.quantity());
        if (order.previousId() != 0) {
            follow(entry, order.previousId());
        }
        if (order.replacingId() != 0) {
            follow(
                    recalled(order, order.replacingId(), order.pendingPrice(), order.pendingQuantity()),
                    order.orderId());
        }
    }

    private static void follow(Entry entry, long originalId) {
        entry.facts.replacedId = originalId;
        entry.facts.carriedOpen = true;
    }

    private Entry recalled(OpenOrder order, long id, long price, long quantity) {
        Entry entry = entry(id);
        OrderFacts facts = entry.facts;
        facts.strategyId = order.strategyId();
        facts.instrumentId = order.instrumentId();
        facts.conditional = order.conditional();
        facts.price = price;
        facts.quantity = quantity;
        facts.cumQty = order.cumQty();
        return entry;
    }

    /**
     * The venue said how large an order is: what a recalled replacement is smaller than we know it to be was filled before it took the other's
     * place.
     *
     * @param venueQuantity whole quantity at the venue, base currency, E8
     */
    public synchronized void stated(long orderId, long venueQuantity) {
        Entry entry = byId.get(orderId);
        if (entry != null && entry.facts.carriedOpen) {
            entry.facts.carriedOpen = false;
            entry.facts.carriedQty = Math.max(0, entry.facts.quantity - venueQuantity);
        }
    }

    /**
     * An order will be sent.
     *
     * @param conditional whether to the Algo service
     */
    public synchronized void opened(
            long orderId, int strategyId, int instrumentId, boolean conditional, long price, long quantity) {
        OrderFacts facts = entry(orderId).facts;
        facts.strategyId = strategyId;
        facts.instrumentId = instrumentId;
        facts.conditional = conditional;
        facts.price = price;
        facts.quantity = quantity;
    }

    /**
     * An order will take the place of another under an id of its own.
     *
     * @param inPlace whether it stays the same order at the venue, which goes on counting its fills
     */
    public synchronized void replacing(long originalId, long newId, boolean inPlace, long price, long quantity) {
        Entry original = byId.get(originalId);
        OrderFacts facts = entry(newId).facts;
        facts.replacedId = originalId;
        facts.price = price;
        facts.quantity = quantity;
        if (original != null) {
            facts.strategyId = original.facts.strategyId;
            facts.instrumentId = original.facts.instrumentId;
            facts.conditional = original.facts.conditional;
            facts.carriedQty = inPlace ? original.facts.carriedQty : original.facts.cumQty;
            facts.cumQty = original.facts.cumQty;
        }
    }

    /** An order will be changed at the venue, which goes on calling it by its first id. */
    public synchronized void modifying(long originalId, long newId, long price, long quantity) {
        Entry original = byId.get(originalId);
        long root = original == null ? originalId : original.facts.venueName;
        Entry named = byId.get(root);
        OrderFacts facts = entry(newId).facts;
        facts.venueName = root;
        facts.price = price;
        facts.quantity = quantity;
        if (named == null) {
            named = entry(root);
        }
        facts.strategyId = named.facts.strategyId;
        facts.instrumentId = named.facts.instrumentId;
        facts.venueOrderId = named.facts.venueOrderId;
        named.pendingId = newId;
    }

    /** The venue made the change under way on the order it knows by an id. */
    public synchronized void modified(long venueName) {
        Entry named = byId.get(venueName);
        if (named != null && named.pendingId != FixedPoint.NULL) {
            named.currentId = named.pendingId;
            named.pendingId = FixedPoint.NULL;
        }
    }

    /**
     * The venue was asked for the order it knows by an id, and this is how it stands: where that is what the change under way asks for, the
     * change was made, although nothing was heard of it.
     *
     * @param price limit price now, quote currency, E8
     * @param quantity whole quantity now, base currency, E8
     */
    public synchronized void foundAs(long venueName, long price, long quantity) {
        Entry named = byId.get(venueName);
        Entry pending = named == null ? null : byId.get(named.pendingId);
        if (pending != null && pending.facts.price == price && pending.facts.quantity == quantity) {
            modified(venueName);
        }
    }

    /** The venue refused the change under way that would have given an order a new id. */
    public synchronized void notModified(long newId) {
        Entry entry = byId.get(newId);
        Entry named = entry == null ? null : byId.get(entry.facts.venueName);
        if (named != null && named.pendingId == newId) {
            named.pendingId = FixedPoint.NULL;
        }
    }

    /**
     * An order of ours was seen at the venue.
     *
     * @param venueOrderId the venue's id of the order in the book, or FixedPoint.NULL
     */
    public synchronized void seen(long orderId, int instrumentId, boolean conditional, long venueOrderId) {
        Entry entry = byId.get(orderId);
        if (entry == null) {
            entry = entry(orderId);
            entry.facts.conditional = conditional;
        }
        entry.facts.instrumentId = instrumentId;
        if (venueOrderId != FixedPoint.NULL) {
            name(entry, venueOrderId << INSTRUMENT_BITS | instrumentId & 0xFFFF, venueOrderId);
        }
    }

    /** The venue said how much of an order is filled, base currency, E8; less than before changes nothing. */
    public synchronized void filled(long orderId, long cumQty) {
        Entry entry = byId.get(orderId);
        if (entry != null) {
            entry.facts.cumQty = Math.max(entry.facts.cumQty, cumQty);
        }
    }

    /** Copies what is known of an order; false, and only its id, where nothing is. */
    public synchronized boolean find(long orderId, OrderFacts into) {
        return copy(byId.get(orderId), orderId, into);
    }

    /** Copies what is known of the order with the venue's id in an instrument; false where nothing is. */
    public synchronized boolean findByVenueId(int instrumentId, long venueOrderId, OrderFacts into) {
        Entry entry = byVenueId.get(venueOrderId << INSTRUMENT_BITS | instrumentId & 0xFFFF);
        return copy(entry, FixedPoint.NULL, into);
    }

    private static boolean copy(@Nullable Entry entry, long orderId, OrderFacts into) {
        into.unknown(orderId);
        if (entry == null) {
            return false;
        }
        OrderFacts facts = entry.facts;
        into.known = true;
        into.orderId = entry.currentId;
        into.venueName = facts.venueName;
        into.replacedId = facts.replacedId;
        into.strategyId = facts.strategyId;
        into.instrumentId = facts.instrumentId;
        into.conditional = facts.conditional;
        into.price = facts.price;
        into.quantity = facts.quantity;
        into.cumQty = facts.cumQty;
        into.carriedQty = facts.carriedQty;
        into.carriedOpen = facts.carriedOpen;
        into.venueOrderId = facts.venueOrderId;
        return true;
    }

    private void name(Entry entry, long venueKey, long venueOrderId) {
        if (entry.venueKey != FixedPoint.NULL && entry.venueKey != venueKey) {
            byVenueId.remove(entry.venueKey);
        }
        entry.venueKey = venueKey;
        entry.facts.venueOrderId = venueOrderId;
        byVenueId.put(venueKey, entry);
    }

    /** A blank entry for an id. */
    private Entry entry(long orderId) {
        Entry known = byId.get(orderId);
        if (known != null) {
            return known;
        }
        Entry entry = entries[next];
        next = (next + 1) % entries.length;
        if (entry.facts.known) {
            byId.remove(entry.facts.orderId);
        }
        if (entry.venueKey != FixedPoint.NULL) {
            byVenueId.remove(entry.venueKey);
        }
        entry.facts.unknown(orderId);
        entry.facts.known = true;
        entry.currentId = orderId;
        entry.pendingId = FixedPoint.NULL;
        entry.venueKey = FixedPoint.NULL;
        byId.put(orderId, entry);
        return entry;
    }
}
