/**
 * Commands that stop, pause, resume and reset trading, with the identity and the secret they take.
 */
@NullMarked
package io.lockstep.launcher.cli.control;

import org.jspecify.annotations.NullMarked;
