/**
 * What happened within a stretch of time: counts, price moves, equal orders. By the time in events.
 */
@NullMarked
package io.lockstep.engine.risk.window;

import org.jspecify.annotations.NullMarked;
