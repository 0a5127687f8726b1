/** Events and decisions in words and JSON, straight from the schema, so that a new message needs no code here. */
@NullMarked
package io.lockstep.launcher.print;

import org.jspecify.annotations.NullMarked;
