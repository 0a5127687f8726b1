/**
 * The change from one build or configuration to the next: what is carried over, and the market data strategies warm up with.
 */
@NullMarked
package io.lockstep.launcher.session.epoch;

import org.jspecify.annotations.NullMarked;
