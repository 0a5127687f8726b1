/** What the demo plays: real trades that come with the build, and a configuration for whatever tape it is given. */
@NullMarked
package io.lockstep.launcher.demo;

import org.jspecify.annotations.NullMarked;
