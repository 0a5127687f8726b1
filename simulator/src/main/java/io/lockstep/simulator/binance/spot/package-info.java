/**
 * Binance Spot: its orders, wallet, queries and user data, in its words.
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.binance.spot;

import org.jspecify.annotations.NullMarked;
