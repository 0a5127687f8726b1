/**
 * The deterministic matching core: client orders of any number of accounts against each other and against a recorded or synthetic
 * market.
 *
 * <pre>
 *   orders ──► OrderChecks ──► Matcher ──►   book   ◄── RestingFills ◄── quotes, depth, trades, bars
 *                  │             │             │               │
 *              refusals          └── Executions: ledger, fills ┘        triggers, Liquidations, expiry: from time and prices
 * </pre>
 *
 * <p>Pure: time is an argument, nothing reads a clock, a random source or a hash-ordered collection. One thread.
 */
@NullMarked
package io.lockstep.simulator.matching;

import org.jspecify.annotations.NullMarked;
