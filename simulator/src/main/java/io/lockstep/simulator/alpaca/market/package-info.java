/**
 * The public market of the simulated Alpaca: assets, ticks from a tape or from a seed, sessions, bars and what history remembers.
 *
 * <pre>
 *   TapeTicks ──┐
 *               ├─► Market ──► MarketListener: trading first, data streams after it
 *   Synthetic ──┘     └─► History, MinuteBars
 * </pre>
 *
 * <p>Time comes in with each call; event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.market;

import org.jspecify.annotations.NullMarked;
