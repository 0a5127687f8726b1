/** Strategies from the class path and from a folder of jars. */
@NullMarked
package io.lockstep.launcher.plugin;

import org.jspecify.annotations.NullMarked;
