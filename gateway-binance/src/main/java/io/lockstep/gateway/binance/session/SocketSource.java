package io.lockstep.gateway.binance.session;

import io.lockstep.transport.reconnect.Session;
import org.jspecify.annotations.Nullable;

/** Where the session in use is found. Any thread. */
@FunctionalInterface
interface SocketSource {
    /** The session in use; null while there is none. */
    @Nullable
    Session session();
}
