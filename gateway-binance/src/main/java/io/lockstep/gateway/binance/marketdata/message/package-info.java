/**
 * What one market data frame says, whether it came as text or as binary, and who is told.
 *
 * <p>Messages are mutable, owned by their decoder and valid only during the call that carries them. Uses nothing else of the gateway.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata.message;

import org.jspecify.annotations.NullMarked;
