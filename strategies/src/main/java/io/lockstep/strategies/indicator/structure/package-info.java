/**
 * Market structure on closed bars: pivots, breaks, fair value gaps, order blocks, breakers, liquidity pools and sweeps.
 *
 * <p>Every rule looks at closed bars up to now and never changes an event once it is out: a longer history repeats the shorter one's
 * events and appends to them.
 */
@NullMarked
package io.lockstep.strategies.indicator.structure;

import org.jspecify.annotations.NullMarked;
