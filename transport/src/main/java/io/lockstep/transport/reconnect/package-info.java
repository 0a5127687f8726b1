/**
 * Keeps a connection alive for good: connects again after a loss with back-off and jitter, below the venue's limit on attempts, and
 * replaces a connection before it is cut.
 *
 * <p>A {@link io.lockstep.transport.reconnect.ManagedConnection} is a sequence of
 * {@link io.lockstep.transport.reconnect.Session}s, numbered by their generation. Its moves are one table,
 * {@link io.lockstep.transport.reconnect.ConnectionLifecycle}. Everything happens on one network thread.
 */
@NullMarked
package io.lockstep.transport.reconnect;

import org.jspecify.annotations.NullMarked;
