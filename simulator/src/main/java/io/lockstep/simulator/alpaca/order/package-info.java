/**
 * What an order is at the simulated Alpaca: its terms, its states and times, its legs, how it is written, and where all of them are kept.
 *
 * <p>Says nothing about when what happens to it. Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.order;

import org.jspecify.annotations.NullMarked;
