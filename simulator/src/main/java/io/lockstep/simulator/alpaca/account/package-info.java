/**
 * The accounts of the simulated Alpaca: cash, positions, buying power, day trades, and whether an account may send an order.
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.account;

import org.jspecify.annotations.NullMarked;
