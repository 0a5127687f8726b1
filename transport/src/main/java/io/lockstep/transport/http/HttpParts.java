package io.lockstep.transport.http;

import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounters;

/**
 * What a client is made with.
 *
 * @param settings its bounds
 * @param clock its clocks
 * @param counters where it counts
 */
public record HttpParts(HttpSettings settings, TransportClock clock, TransportCounters counters) {}
