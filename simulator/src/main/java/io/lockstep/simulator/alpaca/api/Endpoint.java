package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.wire.HttpReply;

/** Answers requests to one path. */
@FunctionalInterface
public interface Endpoint {
    /**
     * Answers a request.
     *
     * @throws ApiError if it is refused
     */
    HttpReply answer(ApiCall call);
}
