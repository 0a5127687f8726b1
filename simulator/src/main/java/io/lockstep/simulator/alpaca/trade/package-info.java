/**
 * Trading at the simulated Alpaca put together, with its endpoints: orders, positions, account, activities, assets, clock and calendar.
 *
 * <pre>
 *   endpoints ─► desk ─► account
 *                 │  ─► stream ─► sockets
 *               order
 * </pre>
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.trade;

import org.jspecify.annotations.NullMarked;
