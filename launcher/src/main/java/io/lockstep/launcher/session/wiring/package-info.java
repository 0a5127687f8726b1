/**
 * What a configuration becomes: instruments, strategies and limits as an engine takes them, and the engine itself.
 */
@NullMarked
package io.lockstep.launcher.session.wiring;

import org.jspecify.annotations.NullMarked;
