/**
 * Our books against the venue's: each account's orders, fills, positions and cash, listed whole between two marks and compared with what was booked,
 * allowing for what was under way when the list was asked for. A difference is told, tried again, and in the end halts the account; it is never
 * traded away. A list that is not whole proves nothing. Owned by the risk handler.
 *
 * <p>What a gateway owes: for every account each of the four lists, after start, after a reconnect, and as often as the settings say; a list without
 * entries is a list all the same.
 */
@NullMarked
package io.lockstep.engine.reconcile;

import org.jspecify.annotations.NullMarked;
