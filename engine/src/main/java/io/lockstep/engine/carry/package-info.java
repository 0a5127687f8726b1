/**
 * What outlives an epoch. A new epoch begins with events that say what was true at the end of the one before, under the ids of the new
 * configuration, so that it replays without the records before it.
 */
@NullMarked
package io.lockstep.engine.carry;

import org.jspecify.annotations.NullMarked;
