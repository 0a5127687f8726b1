/**
 * Binance's JSON market frames: one class per kind of event reads it from bytes into its message, in any order of keys, and skips
 * keys it does not know. {@link io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder} finds out which class to ask.
 *
 * <p>Fields as in Binance Spot API, "WebSocket Streams", and USDⓈ-M Futures, "WebSocket Market Streams", read 2026-11.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata.json;

import org.jspecify.annotations.NullMarked;
