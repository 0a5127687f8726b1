/**
 * A WebSocket client (RFC 6455) that hands over messages where they lie.
 *
 * <pre>
 *  socket ─► ReceiveStamp ─► (TLS) ─► HTTP codec, Upgrade ─► FrameHandler ─► FrameReader ─► WebSocketListener
 *            reads the clock          leave when the          bytes copied    Frame points
 *                                     upgrade is done         once, into one  into the array
 *                                                             reused array
 * </pre>
 *
 * <p>{@code frame} has the bytes of frames and messages, {@code deflate} their compression, {@code upgrade} the handshake; this package has
 * the sockets.
 *
 * <p>A socket lives on one network thread: it is read, it calls its listener, and its time-outs pass there. Sending is allowed from any
 * thread. After warm-up neither direction allocates, TLS and Netty's own buffers aside.
 */
@NullMarked
package io.lockstep.transport.websocket;

import org.jspecify.annotations.NullMarked;
