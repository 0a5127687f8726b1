/**
 * Looking after a trade, the same for every strategy: the working order, stop, trailing stop, target and partial exits, cooldown, the
 * allotted capital. Long and short are one code path, mirrored by a sign.
 *
 * <p>A position is what its fills say, never what was asked for: levels follow from the fill price and the range at entry, exits are
 * reduce-only market orders sent when an event shows a level was reached. All of it is used on the strategy thread.
 */
@NullMarked
package io.lockstep.strategies.trade;

import org.jspecify.annotations.NullMarked;
