package io.lockstep.transport.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a name lookup found. */
sealed interface Resolution {
    /** One address of the name. */
    record Found(InetAddress address) implements Resolution {}

    /** None. */
    record Failed(UnknownHostException cause) implements Resolution {}
}
