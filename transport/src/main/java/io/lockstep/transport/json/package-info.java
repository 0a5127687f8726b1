/**
 * JSON read straight from bytes: {@link io.lockstep.transport.json.JsonCursor} walks a text once, forward, without a tree, a
 * {@code String} or an allocation, and reads numbers into exact 8-decimal longs.
 *
 * <p>Nothing here throws on bad input. The first fault is kept as a {@link io.lockstep.transport.json.JsonFault}; from then on
 * every loop ends and every read returns zero, so the caller checks once, at the end. A cursor belongs to one thread.
 */
@NullMarked
package io.lockstep.transport.json;

import org.jspecify.annotations.NullMarked;
