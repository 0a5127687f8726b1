/**
 * Orders and questions as Binance wants them: which parameters, in which order, signed how. Bytes only; sending is the session's.
 *
 * <pre>
 *   at start:  endpoint + constants ──► RequestTemplate (chunks of bytes with holes, for the signature and for the wire)
 *   per order: RequestValues ──► RequestEncoder: copy chunks, fill holes, sign ──► TextBuffer ──► socket
 * </pre>
 *
 * <p>Encoding runs on the engine thread and allocates nothing. Names and rules as in Binance Spot API, "WebSocket API" and "REST
 * API", and USDⓈ-M Futures, "Trade", read 2026-11.
 */
@NullMarked
package io.lockstep.gateway.binance.orderentry;

import org.jspecify.annotations.NullMarked;
