package io.lockstep.launcher.swarm.venue;

import java.util.ArrayList;
import java.util.List;

/** An order in the venue's books. Written by the ledger alone. */
public final class VenueOrder {
    /** Client id of an order that is not ours. */
    public static final long FOREIGN = Long.MIN_VALUE;

    private final long venueId;
    private final OrderWish wish;
    private final long acceptedNs;
    private final long visibleNs;
    private final List<Long> formerIds = new ArrayList<>();
    private long currentId;
    long price;
    long quantity;
    long cumQty;
    boolean open = true;
    boolean triggered;

    VenueOrder(long venueId, OrderWish wish, long acceptedNs, long visibleNs) {
        this.venueId = venueId;
        this.wish = wish;
        this.acceptedNs = acceptedNs;
        this.visibleNs = visibleNs;
        currentId = wish.clientId();
        price = wish.price();
        quantity = wish.quantity();
        triggered = !wish.isConditional();
    }

    /** The venue's id. */
    public long venueId() {
        return venueId;
    }

    /** What was asked for when it was placed. */
    public OrderWish wish() {
        return wish;
    }

    /** Whether it was placed by hand and carries no id of ours. */
    public boolean isForeign() {
        return wish.clientId() == FOREIGN;
    }

    /** Our id of it now: that of its last change. */
    public long currentId() {
        return currentId;
    }

    /** A change gave it another id of ours; it goes on answering to those before. */
    void renamed(long id) {
        formerIds.add(currentId);
        currentId = id;
    }

    /** Our id of it before its last change; its own where there was none. */
    public long formerId() {
        return formerIds.isEmpty() ? currentId : formerIds.get(formerIds.size() - 1);
    }

    /** Whether it is in the book: it waits for no price, or no longer. */
    public boolean isTriggered() {
        return triggered;
    }

    /** Whether an id is one it goes or went by. */
    public boolean isNamed(long id) {
        return currentId == id || formerIds.contains(id);
    }

    /** Limit price now, E8; the wish's for market orders. */
    public long price() {
        return price;
    }

    /** Whole quantity now, E8. */
    public long quantity() {
        return quantity;
    }

    /** Filled so far, E8. */
    public long cumQty() {
        return cumQty;
    }

    /** Open quantity, E8. */
    public long leavesQty() {
        return open ? Math.max(0, quantity - cumQty) : 0;
    }

    /** Whether it can still trade. */
    public boolean isOpen() {
        return open;
    }

    /** When it was accepted, venue time, nanoseconds. */
    public long acceptedNs() {
        return acceptedNs;
    }

    /** Whether queries and lists show it at a time. */
    public boolean isVisible(long timeNs) {
        return timeNs >= visibleNs;
    }
}
