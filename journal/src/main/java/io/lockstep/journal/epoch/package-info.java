/**
 * Where a run's epochs lie on disk: the current one in the folder itself, older ones below it, dispensable. A change of epochs is one step,
 * whenever the process dies.
 */
@NullMarked
package io.lockstep.journal.epoch;

import org.jspecify.annotations.NullMarked;
