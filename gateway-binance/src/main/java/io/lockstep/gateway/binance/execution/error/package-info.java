/**
 * What the venue's error codes mean: what became of the order, and what is to be done about it. A table; any thread, uses nothing of the rest
 * of {@code execution}.
 */
@NullMarked
package io.lockstep.gateway.binance.execution.error;

import org.jspecify.annotations.NullMarked;
