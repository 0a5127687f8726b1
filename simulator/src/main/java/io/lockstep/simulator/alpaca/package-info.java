/**
 * Alpaca on loopback: trading REST and stream, market-data REST and streams, on one port.
 *
 * <pre>
 *   api     keys, paths, error bodies, request budget, faults of requests
 *   market  assets, bars, sessions
 *   ticks   where the market comes from
 *   feed    data streams and their history over REST
 *   order   what an order is
 *   account cash, positions, buying power, admission
 *   desk    what happens to an order
 *   stream  who is told of it
 *   trade   trading put together, with its endpoints
 *   here    the venue put together, and the port
 * </pre>
 *
 * <p>Written from the venue's documentation and recorded exchanges; shares nothing with the gateway. One event loop thread.
 */
@NullMarked
package io.lockstep.simulator.alpaca;

import org.jspecify.annotations.NullMarked;
