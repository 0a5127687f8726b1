/**
 * Orders as Binance wants them: what is known of each order of ours, and which request a command becomes. Bytes only; sending is the
 * session's.
 *
 * <pre>
 *   at start:  OrderTemplates, InstrumentTemplates ──► request.RequestTemplate, one for each kind of order and instrument
 *   per order: CommandEncoder: command, OrderDirectory ──► template + request.RequestValues ──► request.RequestEncoder ──► LastLook ──► socket
 * </pre>
 *
 * <p>Encoding runs on the engine thread and allocates nothing. Names and rules as in Binance Spot API, "WebSocket API" and "REST
 * API", and USDⓈ-M Futures, "Trade", read 2026-11.
 */
@NullMarked
package io.lockstep.gateway.binance.orderentry;

import org.jspecify.annotations.NullMarked;
