package io.lockstep.gateway.binance.orderentry.request;

/** What one request fills into its template's holes; mutable, reused, owned by one thread. */
public final class RequestValues {
    final byte[] clientOrderId = new byte[ClientOrderId.LENGTH];
    final byte[] cancelClientOrderId = new byte[ClientOrderId.LENGTH];
    final byte[] originalClientOrderId = new byte[ClientOrderId.LENGTH];
    long venueOrderId;
    long price;
    long quantity;
    long stopPrice;
    long displayQuantity;
    long expireTimeMs;
    long number;
    long timestampMs;
    long notional;
    long trailRate;

    /** Sets the id of the order, or of the cancel, that the request is. */
    public RequestValues order(char purpose, long runId, long orderId) {
        ClientOrderId.encode(purpose, runId, orderId, clientOrderId, 0);
        return this;
    }

    /** Sets the order the request is about, by the id it was sent with. */
    public RequestValues originalOrder(long runId, long orderId) {
        ClientOrderId.encode(ClientOrderId.ORDER, runId, orderId, originalClientOrderId, 0);
        return this;
    }

    /** Sets the id of the cancel within a cancel-and-replace. */
    public RequestValues replaceCancel(long runId, long orderId) {
        ClientOrderId.encode(ClientOrderId.REPLACE_CANCEL, runId, orderId, cancelClientOrderId, 0);
        return this;
    }

    /** Sets the venue's id of the order the request is about. */
    public RequestValues venueOrderId(long id) {
        venueOrderId = id;
        return this;
    }

    /** Sets price and quantity, E8. */
    public RequestValues priceAndQuantity(long newPrice, long newQuantity) {
        price = newPrice;
        quantity = newQuantity;
        return this;
    }

    /** Sets the trigger price, quote currency, E8. */
    public RequestValues stopPrice(long value) {
        stopPrice = value;
        return this;
    }

    /** Sets the shown part of an iceberg, base currency, E8. */
    public RequestValues displayQuantity(long value) {
        displayQuantity = value;
        return this;
    }

    /** Sets the value of a market order that has no quantity, quote currency, E8. */
    public RequestValues notional(long value) {
        notional = value;
        return this;
    }

    /** Sets the distance of a trailing stop as a fraction of price, E8. */
    public RequestValues trailRate(long value) {
        trailRate = value;
        return this;
    }

    /** Sets the end of an order with a date, milliseconds. */
    public RequestValues expireTimeMs(long value) {
        expireTimeMs = value;
        return this;
    }

    /** Sets the one number some questions and settings have: leverage, countdown, first trade id, start time. */
    public RequestValues number(long value) {
        number = value;
        return this;
    }

    /** Sets when the request is made, the venue's clock, milliseconds. */
    public RequestValues timestampMs(long value) {
        timestampMs = value;
        return this;
    }
}
