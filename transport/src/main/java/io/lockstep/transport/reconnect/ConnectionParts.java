package io.lockstep.transport.reconnect;

import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounters;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What a managed connection is made with.
 *
 * @param opener opens its sockets
 * @param thread runs tasks on its network thread, at once if called there
 * @param clock its clocks
 * @param counters where it and its sockets count
 * @param budget attempts left at the venue, shared with other connections to it
 * @param random for jitter; seeded, used by this connection alone
 */
public record ConnectionParts(
        SocketOpener opener,
        Executor thread,
        TransportClock clock,
        TransportCounters counters,
        ConnectBudget budget,
        RandomGenerator random) {}
