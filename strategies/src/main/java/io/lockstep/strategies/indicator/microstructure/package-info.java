/**
 * Imbalances of the order book and of the flow of trades, updated by each event.
 */
@NullMarked
package io.lockstep.strategies.indicator.microstructure;

import org.jspecify.annotations.NullMarked;
