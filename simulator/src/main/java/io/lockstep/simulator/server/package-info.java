/**
 * The simulated venues on loopback: the one entry point for whoever wants to serve them.
 *
 * <pre>
 *   tapes ──► TapePlayer ──┐
 *                          ├──► VenueFace (binance, alpaca) ◄── FaultInjector ◄── ServerPort ◄── clients
 *   seed ──► Synthetic ────┘
 * </pre>
 *
 * <p>One event loop thread runs all of it.
 */
@NullMarked
package io.lockstep.simulator.server;

import org.jspecify.annotations.NullMarked;
