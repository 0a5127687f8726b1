/**
 * What must be true of a scenario when it is over: the session's journal, what its gateways handed over and took along, and the venue's own books are
 * held against each other. The engine's word counts for nothing here.
 *
 * <pre>
 *   journal on disk ──► EvidenceReader ─► Evidence ─┐
 *   gateways ─────────► Handover ───────────────────┼─► Judge ─► Findings
 *   venue ────────────► VenueLedger, before, after ─┘
 * </pre>
 */
@NullMarked
package io.lockstep.launcher.scenarios.judge;

import org.jspecify.annotations.NullMarked;
