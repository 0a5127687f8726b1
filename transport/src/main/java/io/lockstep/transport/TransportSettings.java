package io.lockstep.transport;

import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;

/**
 * What all connections of a process share.
 *
 * @param io network threads
 * @param tls whom TLS trusts
 * @param seed of the jitter in back-off and planned lives; differs between processes, or they come back together
 */
public record TransportSettings(IoSettings io, TlsSettings tls, long seed) {}
