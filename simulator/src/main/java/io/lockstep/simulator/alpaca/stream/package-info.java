/**
 * Who is told what happens to orders at the simulated Alpaca: the trading stream, and readers of server-sent events.
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.stream;

import org.jspecify.annotations.NullMarked;
