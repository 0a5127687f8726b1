/**
 * Orders on their way out: what may be sent, under which id, when, and how it is written. Pure: commands and times in, REST requests
 * out.
 *
 * <pre>
 *   OrderCommand ──► OrderRequest ──► OrderValidator ──► refusal (typed)
 *                                          │
 *                                          └──► RestRequests ──► RestRequest: method, path, body
 * </pre>
 *
 * <p>Called on the engine thread; allocates nothing on the way of an ordinary order.
 */
@NullMarked
package io.lockstep.gateway.alpaca.orderentry;

import org.jspecify.annotations.NullMarked;
