/**
 * The opening handshake (RFC 6455, section 4): what is asked, and whether the answer accepts it.
 *
 * <p>Knows no sockets: {@code websocket.UpgradeHandler} sends and receives.
 */
@NullMarked
package io.lockstep.transport.websocket.upgrade;

import org.jspecify.annotations.NullMarked;
