/** Bugs planted around the engine, each of which the checkers must find: what a wrong gateway, journal, start or configuration would do. */
@NullMarked
package io.lockstep.launcher.swarm.mutant;

import org.jspecify.annotations.NullMarked;
