/**
 * Keeps requests within a venue's limits: several windows at once, weights, a reserve for cancels, and the venue's own count where it
 * tells one.
 */
@NullMarked
package io.lockstep.transport.ratelimit;

import org.jspecify.annotations.NullMarked;
