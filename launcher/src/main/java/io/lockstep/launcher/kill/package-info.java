/**
 * Stopping an engine without its help: the latch first, then cancelling at the venues over connections of its own, until each venue says
 * twice that nothing is open. Used by {@code lockstep kill} and {@code lockstep guard}; shares no lock and no thread with an engine.
 */
@NullMarked
package io.lockstep.launcher.kill;

import org.jspecify.annotations.NullMarked;
