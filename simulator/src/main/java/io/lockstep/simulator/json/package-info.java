/**
 * A small JSON reader and writer of the simulator's own, so that no parser is shared with the gateways it tests.
 *
 * <p>Numbers keep the text they were written with, because signatures cover that text. Stateless or owned by one thread.
 */
@NullMarked
package io.lockstep.simulator.json;

import org.jspecify.annotations.NullMarked;
