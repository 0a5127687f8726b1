/**
 * Binance on loopback: Spot and USDⓈ-M, REST, market streams, WebSocket API and user data, in front of the matching core.
 *
 * <pre>
 *   api    parameters, keys, signatures, weights, errors
 *   feed   books, streams, candles
 *   trade  orders and the bridge to the matching core
 *   spot   the endpoints and user data of Spot
 *   usdm   those of USDⓈ-M
 *   here   the venues put together, and the ports
 * </pre>
 *
 * <p>Written from the venue's documentation and recorded frames; shares nothing with the gateway. One event loop thread.
 */
@NullMarked
package io.lockstep.simulator.binance;

import org.jspecify.annotations.NullMarked;
