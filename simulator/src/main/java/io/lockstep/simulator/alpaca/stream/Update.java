package io.lockstep.simulator.alpaca.stream;

/**
 * What an account is told of one of its orders.
 *
 * @param accountId whose order
 * @param timeNs when it happened, UTC, nanoseconds
 * @param id rising id of 26 characters
 * @param data the event with its order, JSON
 */
record Update(int accountId, long timeNs, String id, String data) {
    /** As the trading stream wraps it. */
    String frame() {
        return "{\"stream\":\"trade_updates\",\"data\":" + data + "}";
    }
}
