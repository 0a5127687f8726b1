/**
 * Binance Spot and USDⓈ-M futures to and from engine events.
 *
 * <pre>
 *   market streams ──► marketdata ──► ring        ring ──► orderentry ──► WS-API or REST
 *   user streams   ──► execution  ──► ring        REST ──► reference  ──► instruments, limits, clock
 * </pre>
 */
@NullMarked
package io.lockstep.gateway.binance;

import org.jspecify.annotations.NullMarked;
