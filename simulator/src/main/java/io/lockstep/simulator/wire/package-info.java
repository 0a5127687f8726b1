/**
 * HTTP and WebSocket on loopback for the simulated venues: one event loop that owns all their state.
 *
 * <p>Knows no venue. Everything runs on the one thread of {@link io.lockstep.simulator.wire.WireLoop}.
 */
@NullMarked
package io.lockstep.simulator.wire;

import org.jspecify.annotations.NullMarked;
