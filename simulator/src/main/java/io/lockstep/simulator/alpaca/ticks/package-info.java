/**
 * Where the public market of the simulated Alpaca comes from: recorded ticks, or made-up ones of a seed.
 *
 * <p>Driven by explicit time; event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.ticks;

import org.jspecify.annotations.NullMarked;
