/**
 * Market data of Binance as engine events.
 *
 * <pre>
 *   text   ──► json.MarketDataDecoder ─┐
 *                                      ├──► messages ──► BookSynchronizer (depth) ──► EventEncoder ──► ring
 *   binary ──► binary.BinaryDecoder ──────┘
 * </pre>
 *
 * <p>{@code session.MarketDataFeed} opens the sockets and puts this together as {@link BinanceMarketDataSettings} say.
 *
 * <p>Messages are mutable, owned by their decoder and valid only during the call that carries them. Everything here runs on the
 * network thread of its connection and allocates nothing once warm.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata;

import org.jspecify.annotations.NullMarked;
