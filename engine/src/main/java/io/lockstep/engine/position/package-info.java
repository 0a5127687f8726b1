/**
 * Positions, cash and profit, exact to the last unit. Each handler that needs a position keeps its own from the same fills.
 */
@NullMarked
package io.lockstep.engine.position;

import org.jspecify.annotations.NullMarked;
