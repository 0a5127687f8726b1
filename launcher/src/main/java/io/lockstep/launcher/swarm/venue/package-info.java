/**
 * A model of a venue that keeps its own books and owes the engine nothing: orders, fills, positions and cash, computed with decimals of its own. What
 * the checkers know is from here. Perpetuals in one-way mode, linear, one quote asset.
 */
@NullMarked
package io.lockstep.launcher.swarm.venue;

import org.jspecify.annotations.NullMarked;
