/**
 * Binance on loopback: Spot and USDⓈ-M, REST, market streams, WebSocket API and user data, in front of the matching core.
 *
 * <pre>
 *   api    parameters, keys, signatures, weights, errors
 *   feed   books, streams, candles
 *   trade  orders, accounts, user events, endpoints
 *   here   the venues put together, and the ports
 * </pre>
 *
 * <p>Written from the venue's documentation and recorded frames; shares nothing with the gateway. One event loop thread.
 */
@NullMarked
package io.lockstep.simulator.binance;

import org.jspecify.annotations.NullMarked;
