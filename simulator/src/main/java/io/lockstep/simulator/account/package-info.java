/**
 * What accounts own at the simulated venue: balances, positions, fees, margin. It is the venue's own truth, kept apart from the
 * engine's ledger so that the two can be compared.
 *
 * <p>Pure bookkeeping on exact E8 numbers; owned by the thread that drives the matching core.
 */
@NullMarked
package io.lockstep.simulator.account;

import org.jspecify.annotations.NullMarked;
