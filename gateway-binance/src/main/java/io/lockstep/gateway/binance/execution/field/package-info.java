/**
 * Single values of the venue's reports in the form the event schema has them. Uses nothing else of the gateway.
 */
@NullMarked
package io.lockstep.gateway.binance.execution.field;

import org.jspecify.annotations.NullMarked;
