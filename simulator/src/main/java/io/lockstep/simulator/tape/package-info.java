/** Recorded market data as the market of a simulated venue, at real time or a multiple of it. */
@NullMarked
package io.lockstep.simulator.tape;

import org.jspecify.annotations.NullMarked;
