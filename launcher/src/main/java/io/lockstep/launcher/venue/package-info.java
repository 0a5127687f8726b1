/**
 * The venues a session is connected to: which gateway each account has, where its key is found, and all of them as one.
 */
@NullMarked
package io.lockstep.launcher.venue;

import org.jspecify.annotations.NullMarked;
