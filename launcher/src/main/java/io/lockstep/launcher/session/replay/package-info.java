/**
 * A journal through the same handlers again: the proof of it, and where its books stood at its end.
 */
@NullMarked
package io.lockstep.launcher.session.replay;

import org.jspecify.annotations.NullMarked;
