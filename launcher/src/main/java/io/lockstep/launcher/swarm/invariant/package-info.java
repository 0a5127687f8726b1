/**
 * What must be true in every world, one class for each invariant or a small group. They judge by the venue's own ledger, by the bytes in the journal and
 * by what was handed to the process; of the engine they only read what they hold against these. The numbers are those of {@code docs/simulation.md}.
 */
@NullMarked
package io.lockstep.launcher.swarm.invariant;

import org.jspecify.annotations.NullMarked;
