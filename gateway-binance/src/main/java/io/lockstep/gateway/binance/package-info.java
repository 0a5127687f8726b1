/**
 * Binance Spot and USDⓈ-M futures to and from engine events.
 *
 * <pre>
 *   market streams ──► marketdata ──► ring        ring ──► session ──► orderentry ──► WS-API or REST
 *   user streams   ──► session ──► execution ──► ring      REST ──► reference ──► instruments, limits, clock
 * </pre>
 *
 * <p>{@link io.lockstep.gateway.binance.BinanceGateway} is one account within an engine's session,
 * {@link io.lockstep.gateway.binance.BinanceAdmin} the same account by hand.
 */
@NullMarked
package io.lockstep.gateway.binance;

import org.jspecify.annotations.NullMarked;
