/**
 * What every connection shares: where it goes ({@link io.lockstep.transport.net.Endpoint}), the threads it runs on, name
 * resolution, TLS with host verification, clocks and counters.
 */
@NullMarked
package io.lockstep.transport.net;

import org.jspecify.annotations.NullMarked;
