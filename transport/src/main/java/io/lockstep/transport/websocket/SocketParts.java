package io.lockstep.transport.websocket;

import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounters;

/**
 * What a socket is made with.
 *
 * @param settings its bounds and time-outs
 * @param clock its clocks
 * @param counters where it counts
 */
public record SocketParts(WebSocketSettings settings, TransportClock clock, TransportCounters counters) {}
