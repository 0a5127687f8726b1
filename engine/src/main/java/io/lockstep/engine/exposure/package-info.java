/**
 * What accounts and strategies stand to hold at worst and what they are worth, as running sums: each order, fill and price changes a few
 * numbers, so that a limit is one comparison however many orders are open. Owned by the risk handler.
 */
@NullMarked
package io.lockstep.engine.exposure;

import org.jspecify.annotations.NullMarked;
