/**
 * The venue's word on orders, turned into execution reports: the trading stream, answers to REST requests, queries after a gap.
 *
 * <pre>
 *   trading stream ──► TradingStreamDecoder ──┐                                ┌─► SeenFills (each fill once)
 *   REST answers ────► RestAnswers ───────────┼──► OrderBody ──► OrderReports ─┼─► VenueOrders (who owns it)
 *   activities ──────► FillQuery ─────────────┘        refusal                 └─► EventPublisher
 * </pre>
 *
 * <p>Owned by the network thread of the account. Nothing throws on what a venue may send.
 */
@NullMarked
package io.lockstep.gateway.alpaca.execution;

import org.jspecify.annotations.NullMarked;
