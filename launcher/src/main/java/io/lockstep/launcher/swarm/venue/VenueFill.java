package io.lockstep.launcher.swarm.venue;

/**
 * A trade of the account in the venue's books.
 *
 * @param execId the venue's id of it
 * @param order the order that traded
 * @param orderId our id of the order when it traded
 * @param price E8
 * @param quantity E8, positive
 * @param fee E8
 * @param feeAsset what the fee was paid in
 * @param cumQty filled of the order with it, E8
 * @param leavesQty open of the order after it, E8
 * @param maker whether it rested
 * @param timeNs venue time, nanoseconds
 */
public record VenueFill(
        long execId,
        VenueOrder order,
        long orderId,
        long price,
        long quantity,
        long fee,
        String feeAsset,
        long cumQty,
        long leavesQty,
        boolean maker,
        long timeNs) {
    /** Signed quantity, E8. */
    public long signed() {
        return order.wish().buy() ? quantity : -quantity;
    }

    /** Instrument. */
    public int instrumentId() {
        return order.wish().instrumentId();
    }
}
