/**
 * Alpaca's market-data streams (stocks, crypto, news) turned into engine events.
 *
 * <pre>
 *   frame ──► MarketDataDecoder ──┬─► MarketDataEvents ──► EventPublisher
 *             (msgpack.MsgpackFrames│       quotes conflate, everything else leaves a gap, when the ring is full
 *              first, if asked)    └─► StreamControl: greetings, errors, acknowledged subscriptions
 * </pre>
 *
 * <p>Everything here is pure: bytes and times in, events and requests out. It runs on the network thread of its connection.
 */
@NullMarked
package io.lockstep.gateway.alpaca.marketdata;

import org.jspecify.annotations.NullMarked;
