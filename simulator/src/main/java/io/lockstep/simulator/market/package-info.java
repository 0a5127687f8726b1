/**
 * The recorded or synthetic market that client orders meet: what is displayed, what of it our clients already took, and the quotes
 * formed where only trades are known.
 *
 * <p>Pure; owned by the thread that drives the matching core.
 */
@NullMarked
package io.lockstep.simulator.market;

import org.jspecify.annotations.NullMarked;
