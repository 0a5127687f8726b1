/**
 * Oscillators: how far and how fast price went, over closed bars.
 */
@NullMarked
package io.lockstep.strategies.indicator.momentum;

import org.jspecify.annotations.NullMarked;
