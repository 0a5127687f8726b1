/**
 * Bars built from the ticks of a tape, held against the bars a data set has of the same days.
 *
 * <pre>
 *   ticks ─► IndicatorHandler, as in the engine ─► bar ─┐
 *     └────► prints of the interval ─────────────────────┼─► BarClassifier ─► BarClass, by symbol
 *   bars of the data set ────────────────────────────────┘
 * </pre>
 *
 * <p>Two sources rarely agree on what a trade may move. So a difference is not only counted but explained: the interval is built again from the
 * same prints by the rule that would lead to the other bar. One thread.
 */
@NullMarked
package io.lockstep.launcher.tape.bars;

import org.jspecify.annotations.NullMarked;
