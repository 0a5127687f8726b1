/**
 * Binance USDⓈ-M futures: orders plain and conditional, margin account, settings, income, queries and user data, in its words.
 *
 * <p>Event loop thread only.
 */
@NullMarked
package io.lockstep.simulator.binance.usdm;

import org.jspecify.annotations.NullMarked;
