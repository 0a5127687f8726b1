/**
 * What things cost, each beside a floor or a baseline measured in the same run, because a nanosecond on one machine says little on another.
 */
@NullMarked
package io.lockstep.benchmarks;

import org.jspecify.annotations.NullMarked;
