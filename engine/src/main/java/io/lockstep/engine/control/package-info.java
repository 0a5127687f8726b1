/**
 * The memory-mapped control file: kill latch, heartbeat, commands and counters shared between the engine's process and the commands an
 * operator types in another one.
 */
@NullMarked
package io.lockstep.engine.control;

import org.jspecify.annotations.NullMarked;
