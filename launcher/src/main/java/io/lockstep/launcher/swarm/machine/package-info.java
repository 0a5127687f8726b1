/**
 * The host the engine runs on, without a host: virtual time, a disk that forgets what was not synced, a process that can die at any step and is started
 * again by replay, the copies of the kill latch. One thread; nothing here reads a clock.
 */
@NullMarked
package io.lockstep.launcher.swarm.machine;

import org.jspecify.annotations.NullMarked;
