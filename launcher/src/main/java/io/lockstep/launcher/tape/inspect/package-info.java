/** What is on a tape, and whether its books add up. */
@NullMarked
package io.lockstep.launcher.tape.inspect;

import org.jspecify.annotations.NullMarked;
