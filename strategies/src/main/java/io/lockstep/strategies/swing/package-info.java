/**
 * The four strategies on bar signals that follow trends: price extremes in a trend, momentum, an average cross, and an oscillator with a
 * cloud. Each has its rules as a pure class over indicator values, a model that feeds them, and a factory that reads its parameters.
 */
@NullMarked
package io.lockstep.strategies.swing;

import org.jspecify.annotations.NullMarked;
