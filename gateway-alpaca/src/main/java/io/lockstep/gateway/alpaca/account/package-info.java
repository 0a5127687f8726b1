/**
 * One account in a session: the trading stream, order entry, catching up after a gap, comparing lists on a schedule.
 *
 * <pre>
 *   commands ──► OrderDesk ──────► RestClient ──► RestAnswers ────────┐
 *   socket ────► AccountSession ─► TradingStreamDecoder ──────────────┼──► reports
 *                     ├── CatchUp: calendar, clock, account, lists    │
 *                     └── Schedule ──► VenueLists ──► AccountQueries ─┘
 * </pre>
 *
 * <p>Everything belongs to the network thread of the account's stream: commands are handed over to it, answers come back to it. Requests
 * allocate; at three a second that is of no account.
 */
@NullMarked
package io.lockstep.gateway.alpaca.account;

import org.jspecify.annotations.NullMarked;
