/**
 * What stands between a strategy's wish and the venue: the gate and its checks, the trading-state ladder, readiness. Settings and
 * windows lie below. Owned by the risk handler.
 */
@NullMarked
package io.lockstep.engine.risk;

import org.jspecify.annotations.NullMarked;
