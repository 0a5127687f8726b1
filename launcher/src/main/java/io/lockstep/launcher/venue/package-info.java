/** How a configuration's accounts become connections to their venues, by hand and without an engine. */
@NullMarked
package io.lockstep.launcher.venue;

import org.jspecify.annotations.NullMarked;
