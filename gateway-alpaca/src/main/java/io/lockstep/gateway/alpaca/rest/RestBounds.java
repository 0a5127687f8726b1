package io.lockstep.gateway.alpaca.rest;

/**
 * Bounds of the requests to one host.
 *
 * @param requestsPerMinute most requests in any minute
 * @param reserve how many of them only cancels and look-ups may use
 * @param timeoutNs longest wait for an answer, nanoseconds
 */
public record RestBounds(int requestsPerMinute, int reserve, long timeoutNs) {}
