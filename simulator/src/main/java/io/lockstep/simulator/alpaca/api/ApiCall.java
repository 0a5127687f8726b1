package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.wire.HttpCall;

/**
 * A request of a known key.
 *
 * @param http the request as sent
 * @param tail what follows the fixed part of the endpoint's path, empty if nothing does
 * @param query its parameters
 * @param accountId account it acts for
 * @param nowNs the venue's time, UTC, nanoseconds
 */
public record ApiCall(HttpCall http, String tail, Fields query, int accountId, long nowNs) {
    /**
     * The members of the body.
     *
     * @throws ApiError 400 if it is not a JSON object
     */
    public Fields body() {
        return Fields.ofBody(http.body());
    }
}
