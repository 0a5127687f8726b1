/** How requests are put to the simulated Binance: parameters, signatures, keys, weights, errors, over REST and the WebSocket API. */
@NullMarked
package io.lockstep.simulator.binance.api;

import org.jspecify.annotations.NullMarked;
