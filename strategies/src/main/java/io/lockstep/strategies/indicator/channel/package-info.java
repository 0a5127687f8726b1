/**
 * Highest high and lowest low: Donchian and Ichimoku, over closed bars.
 */
@NullMarked
package io.lockstep.strategies.indicator.channel;

import org.jspecify.annotations.NullMarked;
