/**
 * MessagePack to JSON and back, for the streams that speak it: frames are turned into the text the decoders read, requests into bytes.
 *
 * <p>Runs on the network thread of its connection.
 */
@NullMarked
package io.lockstep.gateway.alpaca.marketdata.msgpack;

import org.jspecify.annotations.NullMarked;
