/**
 * Loads the program's configuration: bound, then checked for what no single record can see, such as names that must agree and what strategies
 * declare. All faults are reported together.
 *
 * <p>Uses the records of {@code config} and {@code config.binding}. Cold path, any thread.
 */
@NullMarked
package io.lockstep.launcher.config.load;

import org.jspecify.annotations.NullMarked;
