/**
 * Binance's binary market frames, spot only: fixed layouts in little endian, times in microseconds, decimals as mantissa and exponent.
 * {@link io.lockstep.gateway.binance.marketdata.binary.BinaryDecoder} finds out what a frame is and reads it into the same messages as the
 * JSON decoders.
 *
 * <p>Layouts as in Binance Spot API, "SBE Market Data Streams", schema 1 version 0, read 2026-11.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata.binary;

import org.jspecify.annotations.NullMarked;
