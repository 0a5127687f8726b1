/**
 * Ranges and bands: how much price moves, over closed bars.
 */
@NullMarked
package io.lockstep.strategies.indicator.volatility;

import org.jspecify.annotations.NullMarked;
