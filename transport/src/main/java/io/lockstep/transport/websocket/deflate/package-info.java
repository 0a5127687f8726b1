/**
 * Compressed messages (permessage-deflate, RFC 7692): what is agreed, and how they are inflated. We never compress what we send.
 *
 * <p>Used by one connection's network thread. Uses nothing else of the transport.
 */
@NullMarked
package io.lockstep.transport.websocket.deflate;

import org.jspecify.annotations.NullMarked;
