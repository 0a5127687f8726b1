/**
 * The dialogue with Alpaca's streams: keys, subscriptions, errors, silence. Pure state machines: what the venue says and what time it
 * is go in, what to send and what to do with the connection comes out.
 *
 * <pre>
 *   data stream      CLOSED ─open─► AWAITING_WELCOME ─connected─► AUTHENTICATING ─authenticated─► SUBSCRIBING ─whole ack─► READY
 *   trading stream   CLOSED ─open─────────────────────────────► AUTHENTICATING ─authorized────► SUBSCRIBING ─listening─► READY
 * </pre>
 *
 * <p>A session belongs to the network thread of its connection.
 */
@NullMarked
package io.lockstep.gateway.alpaca.session;

import org.jspecify.annotations.NullMarked;
