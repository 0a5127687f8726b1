/**
 * The event: one record in a preallocated buffer, the same bytes in the ring, in the journal and in a replay.
 *
 * <p>A slot is written by one publisher, then read by the handlers in their order; the Disruptor's sequences are the only
 * synchronisation.
 */
@NullMarked
package io.lockstep.engine.event;

import org.jspecify.annotations.NullMarked;
