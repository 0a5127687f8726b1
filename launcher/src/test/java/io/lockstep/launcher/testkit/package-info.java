/** What the system tests share: a made-up market on a tape, configurations for it, and the program, in this process or in one of its own. */
@NullMarked
package io.lockstep.launcher.testkit;

import org.jspecify.annotations.NullMarked;
