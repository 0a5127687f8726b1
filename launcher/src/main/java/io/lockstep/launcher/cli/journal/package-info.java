/**
 * Commands on a journal that no engine is writing: list, print, repair, trim, next epoch, verify, replay.
 */
@NullMarked
package io.lockstep.launcher.cli.journal;

import org.jspecify.annotations.NullMarked;
