/**
 * The private side of one account: connections, commands out, reports in, and what was missed.
 *
 * <pre>
 *   engine thread ──► CommandSender ──► WsApi socket ─────────────► venue
 *                          │ socket down, refusals                   │
 *                          ▼                                         │
 *   orders thread:     RestOrders ──► REST ────────────────────────► │
 *   network thread:    WsApi, UserStream ◄── answers, user events ◄──┘
 *   sync thread:       rest.Housekeeping ──► CatchUp, ListenKey, clock ──► REST, blocking
 * </pre>
 *
 * <p>The account counts as ready after its user stream is proven and everything that could have been missed was read once.
 */
@NullMarked
package io.lockstep.gateway.binance.session;

import org.jspecify.annotations.NullMarked;
