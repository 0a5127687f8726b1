/**
 * Moving averages, MACD, directional movement and SuperTrend, over closed bars.
 */
@NullMarked
package io.lockstep.strategies.indicator.trend;

import org.jspecify.annotations.NullMarked;
