/**
 * What can be traded on Binance and under which rules. Immutable once loaded, so any thread may read it.
 */
@NullMarked
package io.lockstep.gateway.binance.reference;

import org.jspecify.annotations.NullMarked;
