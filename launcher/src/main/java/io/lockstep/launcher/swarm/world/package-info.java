/**
 * A whole world from one seed: engine process, disk, line, venue, market, operators, under one virtual clock. Faults, then none, then the books must be
 * equal. One thread per world.
 */
@NullMarked
package io.lockstep.launcher.swarm.world;

import org.jspecify.annotations.NullMarked;
