/**
 * The memory-mapped control file: kill latch, heartbeat, stop request, counters and gauges, shared between the engine's process and the
 * commands an operator types in another one; and the latch's copies in files of their own.
 */
@NullMarked
package io.lockstep.engine.control;

import org.jspecify.annotations.NullMarked;
