/**
 * Balances, positions and cash movements as engine events: off the user stream, and off the lists the venue gives when asked.
 *
 * <p>Reports are never dropped: the encoder waits while the ring is full. The parser allocates nothing once warm, except for the rare movement
 * of cash; the rows are for the cold path. Knows nothing of orders.
 */
@NullMarked
package io.lockstep.gateway.binance.execution.account;

import org.jspecify.annotations.NullMarked;
