/**
 * What trading at both products of the simulated Binance has in common: orders as the API sees them, the bridge to the matching core, and
 * who listens to accounts.
 *
 * <p>Knows neither product. Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.binance.trade;

import org.jspecify.annotations.NullMarked;
