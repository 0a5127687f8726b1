/**
 * What the venue says about our orders and account, as engine events.
 *
 * <pre>
 *   user stream ──► UserDataDecoder ──► ExecutionMessage ─────────────────────────► ExecutionEncoder ──► ring
 *                          └──────────► account.AccountParser ─► AccountEncoder ──► ring
 *   answers     ──► ResponseDecoder ──► error.ErrorTable ──► fate of the order ───► ExecutionEncoder ──► ring
 * </pre>
 *
 * <p>Reports are never dropped: the encoder waits while the ring is full. Runs on the network thread of its connection and allocates
 * nothing once warm. Events as in Binance Spot API, "User Data Streams", and USDⓈ-M Futures, "User Data Streams", read 2026-11.
 */
@NullMarked
package io.lockstep.gateway.binance.execution;

import org.jspecify.annotations.NullMarked;
