/**
 * Requests of the spot and the futures venue: which endpoint, which parameters in which order, and how a template of them is filled and signed.
 *
 * <pre>
 *   at start:  SpotRequests, UsdmRequests ──► RequestTemplate (chunks of bytes with holes, for the signature and for the wire)
 *   per order: RequestValues ──► RequestEncoder: copy chunks, fill holes, sign ──► TextBuffer
 * </pre>
 *
 * <p>Owned by one thread; encoding allocates nothing. Knows no orders of ours, only values; uses {@code orderentry.signing}.
 */
@NullMarked
package io.lockstep.gateway.binance.orderentry.request;

import org.jspecify.annotations.NullMarked;
