/**
 * The simulated venue as an order gateway of the engine in the same process, for backtests and paper trading.
 *
 * <pre>
 *   engine thread                          feed thread (the same one in a backtest)
 *   send ──► CommandQueue ──────────────► entry latency ──► MatchingCore ──► response latency ──► EventPublisher
 *                                              tape events ──►┘
 * </pre>
 *
 * <p>{@code send} belongs to the engine thread, everything else to the feed thread. Nothing reads a clock: time is the events'.
 */
@NullMarked
package io.lockstep.simulator.inprocess;

import org.jspecify.annotations.NullMarked;
