/**
 * Frames of RFC 6455: read out of bytes, put together to messages, and written.
 *
 * <p>Reading belongs to the network thread of its connection, writing to whoever sends; neither allocates once its arrays have grown. Knows
 * buffers, but no sockets and no settings; uses {@code websocket.deflate} for messages that come compressed.
 */
@NullMarked
package io.lockstep.transport.websocket.frame;

import org.jspecify.annotations.NullMarked;
