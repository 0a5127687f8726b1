/**
 * Deterministic simulation: whole worlds from seeds, in which everything goes wrong that can, checked against the venue's own books.
 *
 * <pre>
 *   seed ─► FaultPlan ─► World ─► Findings ─► SeedResult ─► Tally
 *            fault        world    invariant     report of a swarm of seeds, shrunk where one fails
 * </pre>
 */
@NullMarked
package io.lockstep.launcher.swarm;

import org.jspecify.annotations.NullMarked;
