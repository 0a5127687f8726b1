/**
 * Options several commands have in common, and how their values are read.
 */
@NullMarked
package io.lockstep.launcher.cli.option;

import org.jspecify.annotations.NullMarked;
