package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.OrderFacts;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.transport.json.JsonCursor;

/** Whose order a client id belongs to: ours, with what this process knows of it, or somebody else's on the same account. */
final class OrderIdentity {
    private final long runId;
    private final OrderDirectory directory;
    private final OrderFacts facts = new OrderFacts();
    private char purpose;
    private boolean present;
    private boolean ours;

    OrderIdentity(long runId, OrderDirectory directory) {
        this.runId = runId;
        this.directory = directory;
    }

    void clear() {
        purpose = 0;
        present = false;
        ours = false;
    }

    /** Reads the text that a cursor has just read. */
    void read(JsonCursor cursor) {
        read(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
    }

    /** Reads a client id. */
    void read(byte[] bytes, int offset, int length) {
        clear();
        present = length > 0;
        if (length > 0 && ClientOrderId.isOurs(runId, bytes, offset, length)) {
            ours = true;
            purpose = ClientOrderId.purpose(bytes, offset);
            directory.find(ClientOrderId.orderId(bytes, offset), facts);
        }
    }

    /** Becomes the order the venue has an id of its own for, if it is one of ours. */
    void readVenueId(int instrumentId, long venueOrderId) {
        clear();
        if (directory.findByVenueId(instrumentId, venueOrderId, facts)) {
            ours = true;
            purpose = ClientOrderId.ORDER;
        }
    }

    /** Whether there was any id. */
    boolean isPresent() {
        return present;
    }

    /** Whether it is an order of this run's. */
    boolean isOurs() {
        return ours;
    }

    /** What the id was made for; 0 for a foreign one. */
    char purpose() {
        return purpose;
    }

    /** Our id of the order now, or FixedPoint.NULL. */
    long orderId() {
        return ours ? facts.orderId() : FixedPoint.NULL;
    }

    /** Whose order, 0 where that is not known. */
    int strategyId() {
        return ours ? facts.strategyId() : 0;
    }

    /** Whether it took the place of another order. */
    boolean isReplacement() {
        return ours && facts.replacedId() != FixedPoint.NULL;
    }

    /** What was reported as filled so far, base currency, E8. */
    long cumQty() {
        return ours ? facts.cumQty() : 0;
    }

    /** The venue made the change that was under way. */
    void modified() {
        if (ours) {
            directory.modified(facts.venueName());
            directory.find(facts.venueName(), facts);
        }
    }

    /** The order was asked for and stands so: that may show that the change under way was made. */
    void foundAs(long price, long quantity) {
        if (ours) {
            directory.foundAs(facts.venueName(), price, quantity);
            directory.find(facts.venueName(), facts);
        }
    }

    /**
     * Notes what the venue says of the order.
     *
     * @param venueOrderId the venue's id of the order in the book, or FixedPoint.NULL
     */
    void seen(int instrumentId, boolean conditional, long venueOrderId) {
        if (ours && purpose == ClientOrderId.ORDER) {
            directory.seen(facts.venueName(), instrumentId, conditional, venueOrderId);
        }
    }

    /**
     * Puts order and strategy into a report, null and 0 for a foreign order, and counts the fills of orders it replaced as its own.
     *
     * <p>To be called once, after quantities were read.
     */
    void into(ExecutionMessage message) {
        message.orderId = orderId();
        message.strategyId = strategyId();
        if (ours) {
            if (facts.isCarriedOpen() && message.quantity != FixedPoint.NULL) {
                directory.stated(facts.venueName(), message.quantity);
                directory.find(facts.venueName(), facts);
            }
            message.quantity = plus(message.quantity, facts.carriedQty());
            message.cumQty = plus(message.cumQty, facts.carriedQty());
            directory.filled(facts.venueName(), message.cumQty);
        }
    }

    private static long plus(long quantity, long carried) {
        return quantity == FixedPoint.NULL ? FixedPoint.NULL : quantity + carried;
    }
}
