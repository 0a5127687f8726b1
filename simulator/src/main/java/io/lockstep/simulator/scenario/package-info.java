/** Faults injected into a simulated venue at its wire, timed or counted, as a scenario file asks for; each is counted. */
@NullMarked
package io.lockstep.simulator.scenario;

import org.jspecify.annotations.NullMarked;
