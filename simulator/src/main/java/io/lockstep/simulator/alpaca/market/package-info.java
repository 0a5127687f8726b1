/**
 * The public market of the simulated Alpaca: assets, sessions, bars and what history remembers.
 *
 * <pre>
 *   ticks ─► Market ──► MarketListener: trading first, data streams after it
 *               └─► AssetMarket: quote, bars, History
 * </pre>
 *
 * <p>Time comes in with each call; event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.market;

import org.jspecify.annotations.NullMarked;
