/** What can go wrong in a simulated world: features, the plan of a seed, and the dice. No clocks, no engine. */
@NullMarked
package io.lockstep.launcher.swarm.fault;

import org.jspecify.annotations.NullMarked;
