/**
 * What a person watches while a command works: progress, the live view, the standings of accounts. On standard error, and only on a terminal.
 */
@NullMarked
package io.lockstep.launcher.cli.screen;

import org.jspecify.annotations.NullMarked;
