/**
 * What was traded and at what mean price, over closed bars.
 */
@NullMarked
package io.lockstep.strategies.indicator.volume;

import org.jspecify.annotations.NullMarked;
