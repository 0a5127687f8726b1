/**
 * What goes on beside the writer of a journal, on threads of its own: pages are touched ahead, free space is sampled.
 *
 * <p>Each is an Agrona agent whose duty cycle a test can step by itself. The writer never waits for any of them.
 */
@NullMarked
package io.lockstep.journal.upkeep;

import org.jspecify.annotations.NullMarked;
