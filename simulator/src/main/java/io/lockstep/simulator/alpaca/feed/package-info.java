/**
 * Market data of the simulated Alpaca: streams with their subscriptions, and history over REST.
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.alpaca.feed;

import org.jspecify.annotations.NullMarked;
