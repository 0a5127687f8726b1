/**
 * Trading at the simulated Alpaca: orders from form to end, the accounts, the trading stream and all trading endpoints.
 *
 * <pre>
 *   endpoints ─► OrderForm ─► OrderRules ─► Admission ─► OrderDesk ─► TradeUpdates ─► sockets
 *                                              │            │ ▲
 *                                            Books ◄── PaperFills ◄── quotes and prints
 * </pre>
 *
 * <p>A paper account does not stand in a queue: an order trades when it is marketable against the best bid or ask, whatever the size
 * there. So the price-time matching core is not asked; the books of the accounts are its ledger. Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.trade;

import org.jspecify.annotations.NullMarked;
