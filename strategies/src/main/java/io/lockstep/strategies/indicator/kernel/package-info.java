/**
 * The few building blocks every indicator is made of: rings, exact rolling sums, rolling extremes, exponential filters and true range.
 *
 * <p>Each allocates in its constructor only and belongs to the one indicator, hence the one thread, that made it.
 */
@NullMarked
package io.lockstep.strategies.indicator.kernel;

import org.jspecify.annotations.NullMarked;
