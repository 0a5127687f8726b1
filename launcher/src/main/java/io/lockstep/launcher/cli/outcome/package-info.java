/**
 * How a command ends: its exit code, and what a failure looks like to whoever typed it.
 */
@NullMarked
package io.lockstep.launcher.cli.outcome;

import org.jspecify.annotations.NullMarked;
