/**
 * Whether an engine can trade, proven and not assumed: {@link io.lockstep.launcher.health.HealthRecorder} writes what the engine thread
 * sees into the control file's gauges, {@link io.lockstep.launcher.health.HealthCheck} reads them in another process and gives a reason
 * for every red.
 */
@NullMarked
package io.lockstep.launcher.health;

import org.jspecify.annotations.NullMarked;
