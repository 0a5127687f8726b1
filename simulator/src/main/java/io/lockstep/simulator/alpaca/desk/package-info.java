/**
 * What happens to an order at the simulated Alpaca, from its form to its end.
 *
 * <pre>
 *   OrderForm ─► OrderDesk ─► OrderRules, account.Admission
 *                    │
 *                OrderFlow ◄─ OrderDay ◄─ quotes, prints, sessions, halts
 *                │   │   │
 *     OrderGroups  PaperFills  order.OrderEvents ─► stream
 * </pre>
 *
 * <p>A paper account does not stand in a queue: an order trades when it is marketable against the best bid or ask, whatever the size
 * there. So the price-time matching core is not asked; the books of the accounts are its ledger. Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.desk;

import org.jspecify.annotations.NullMarked;
