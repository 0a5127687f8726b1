/**
 * The venues a session is connected to: which gateway each account has, where its key is found, and all of them as one;
 * and how its accounts are reached by hand, without an engine.
 */
@NullMarked
package io.lockstep.launcher.venue;

import org.jspecify.annotations.NullMarked;
