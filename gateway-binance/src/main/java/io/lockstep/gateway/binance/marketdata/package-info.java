/**
 * Market data of Binance as engine events.
 *
 * <pre>
 *   text   ──► json.MarketDataDecoder ─┐
 *                                      ├──► messages ──► book.BookSynchronizer (depth) ──► EventEncoder ──► ring
 *   binary ──► binary.BinaryDecoder ──────┘
 * </pre>
 *
 * <p>{@code session.MarketDataFeed} opens the sockets and puts this together as {@link BinanceMarketDataSettings} say.
 *
 * <p>Everything here runs on the network thread of its connection and allocates nothing once warm.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata;

import org.jspecify.annotations.NullMarked;
