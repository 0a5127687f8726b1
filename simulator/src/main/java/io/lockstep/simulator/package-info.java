/**
 * The simulated venue: one deterministic matching core with two faces, in process for backtests and paper trading, and on the wire
 * with the venues' own protocols.
 *
 * <pre>
 *   order ◄── account ◄── matching ◄── inprocess
 *              market ◄──┘        ◄── binance, alpaca (wire)
 * </pre>
 *
 * <p>It parses and encodes by itself and shares no code with the gateways: what they misread must not be misread here too.
 */
@NullMarked
package io.lockstep.simulator;

import org.jspecify.annotations.NullMarked;
