/**
 * What a session asks of the venue and waits for the answer: the clock, the listen key, the account's set-up, and the lists that tell what was
 * missed.
 *
 * <pre>
 *   Housekeeping (what is due) ──► CatchUp, FillHistory ──► ListRequests ──► RestClient ──► REST, blocking
 *                              ──► ListenKey, FuturesSetup ────────────────┘
 * </pre>
 *
 * <p>Runs on the session's sync thread; {@link io.lockstep.gateway.binance.session.rest.RestClient} also on the orders thread, an instance for
 * each. Uses {@code session.context} alone of the session.
 */
@NullMarked
package io.lockstep.gateway.binance.session.rest;

import org.jspecify.annotations.NullMarked;
