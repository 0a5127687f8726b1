/** What every simulated venue offers to the server that puts it behind a port: its face, its market, its time, its faults. */
@NullMarked
package io.lockstep.simulator.venue;

import org.jspecify.annotations.NullMarked;
