/**
 * How requests are put to the simulated Alpaca: keys, paths, parameters, bodies, error bodies, the request budget, and faults on order.
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.api;

import org.jspecify.annotations.NullMarked;
