/**
 * The way back after a stop: whether the recorded epoch goes on, and what was seen to fail at earlier starts.
 */
@NullMarked
package io.lockstep.launcher.session.recovery;

import org.jspecify.annotations.NullMarked;
