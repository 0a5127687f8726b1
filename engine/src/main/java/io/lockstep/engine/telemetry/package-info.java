/**
 * What the engine tells about itself: counters and latency histograms, written by one thread each and read by any. The only place in the
 * core that may read a clock, and nothing decided depends on it.
 */
@NullMarked
package io.lockstep.engine.telemetry;

import org.jspecify.annotations.NullMarked;
