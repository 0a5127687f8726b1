/**
 * What happened, told from the journal alone: the timeline around an alert, everything that led to an order, and how much of each limit is in
 * use; and how it compares with what the venue says. Reads only.
 */
@NullMarked
package io.lockstep.launcher.incident;

import org.jspecify.annotations.NullMarked;
