package io.lockstep.gateway.binance.orderentry;

import io.lockstep.engine.instrument.FixedPoint;

/** What this process knows of one of our orders; a copy filled by {@link OrderDirectory}. Mutable, reused, owned by one thread. */
public final class OrderFacts {
    boolean known;
    long orderId;
    long venueName;
    long replacedId;
    int strategyId;
    int instrumentId;
    boolean conditional;
    long price;
    long quantity;
    long cumQty;
    long carriedQty;
    boolean carriedOpen;
    long venueOrderId;

    /** Becomes an order that nothing is known of but its id. */
    void unknown(long id) {
        known = false;
        orderId = id;
        venueName = id;
        replacedId = FixedPoint.NULL;
        strategyId = 0;
        instrumentId = -1;
        conditional = false;
        price = FixedPoint.NULL;
        quantity = FixedPoint.NULL;
        cumQty = 0;
        carriedQty = 0;
        carriedOpen = false;
        venueOrderId = FixedPoint.NULL;
    }

    /** Whether the order was sent, or seen open, by this process. */
    public boolean isKnown() {
        return known;
    }

    /** Our id of the order as it is now: a change that keeps the venue's order gives it a new one. */
    public long orderId() {
        return orderId;
    }

    /** Our id the venue knows it by. */
    public long venueName() {
        return venueName;
    }

    /** The order it takes the place of, or FixedPoint.NULL. */
    public long replacedId() {
        return replacedId;
    }

    /** Whose order; 0 where that is not known. */
    public int strategyId() {
        return strategyId;
    }

    /** In which instrument, -1 where that is not known. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Whether it is with the Algo service. */
    public boolean isConditional() {
        return conditional;
    }

    /** Limit price when it was sent, quote currency, E8, or FixedPoint.NULL. */
    public long price() {
        return price;
    }

    /** Whole quantity when it was sent, base currency, E8, or FixedPoint.NULL. */
    public long quantity() {
        return quantity;
    }

    /** Filled as far as was reported, what {@link #carriedQty} says included, base currency, E8. */
    public long cumQty() {
        return cumQty;
    }

    /** Filled by the orders it replaced, which the venue does not count on it, base currency, E8. */
    public long carriedQty() {
        return carriedQty;
    }

    /** Whether {@link #carriedQty} waits for the venue to say how large the order is. */
    public boolean isCarriedOpen() {
        return carriedOpen;
    }

    /** The venue's id of the order in the book, or FixedPoint.NULL; of a conditional one only after it was triggered. */
    public long venueOrderId() {
        return venueOrderId;
    }
}
