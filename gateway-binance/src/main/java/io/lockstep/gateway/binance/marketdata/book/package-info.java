/**
 * Order books out of snapshots and updates: which update continues a book, what waits for its snapshot, when the next snapshot may be asked for.
 *
 * <p>Runs on the network thread of its connection and allocates nothing once warm. It reads messages and tells the {@code EventEncoder}; sockets
 * and requests are {@code marketdata.session}'s.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata.book;

import org.jspecify.annotations.NullMarked;
