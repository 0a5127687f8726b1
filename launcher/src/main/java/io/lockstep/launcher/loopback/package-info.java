/** Whole programs on one machine: a venue served on loopback, and a session that connects to it as it would to the real one. */
@NullMarked
package io.lockstep.launcher.loopback;

import org.jspecify.annotations.NullMarked;
