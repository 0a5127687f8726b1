/**
 * Commands that make tapes and look into them.
 */
@NullMarked
package io.lockstep.launcher.cli.tape;

import org.jspecify.annotations.NullMarked;
