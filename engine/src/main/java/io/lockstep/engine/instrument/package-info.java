/**
 * What can be traded and the exact arithmetic for it.
 *
 * <p>Immutable after start-up except {@link io.lockstep.engine.instrument.InstrumentTable}, which each handler owns for itself
 * and changes only on an {@code InstrumentDefinition} event.
 */
@NullMarked
package io.lockstep.engine.instrument;

import org.jspecify.annotations.NullMarked;
