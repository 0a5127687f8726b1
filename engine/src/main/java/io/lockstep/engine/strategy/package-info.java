/**
 * The one interface strategies implement, and what they may see and do. The strategy handler owns the implementation of the context;
 * strategies run on its thread, one event at a time.
 */
@NullMarked
package io.lockstep.engine.strategy;

import org.jspecify.annotations.NullMarked;
