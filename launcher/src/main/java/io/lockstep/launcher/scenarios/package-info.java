/**
 * Seeded scenarios over real sockets: a venue on loopback, the gateway, engine, risk gate and journal as {@code run} wires them, a few orders, faults
 * at seeded moments; when all is healed the session's story is held against the venue's own books.
 *
 * <pre>
 *   seed ─► ScenarioDice ─► FaultSettings ─► VenueServer ═ sockets ═ gateway ─► engine ─► Evidence ─┐
 *                       └─► ScenarioTrader ───────────────────────────────────────┘               ├─► Judge ─► Violation
 *                                             VenueServer.ledger ────────────────────────────────┘
 * </pre>
 *
 * <p>Threads and sockets are real, so a seed fixes what is tried, not the order in which it happens: a failing seed fails again or not.
 */
@NullMarked
package io.lockstep.launcher.scenarios;

import org.jspecify.annotations.NullMarked;
