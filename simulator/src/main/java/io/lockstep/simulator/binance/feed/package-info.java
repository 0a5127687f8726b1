/** Public market data of the simulated Binance: books with their update ids, streams, candles, and who listens to what. */
@NullMarked
package io.lockstep.simulator.binance.feed;

import org.jspecify.annotations.NullMarked;
