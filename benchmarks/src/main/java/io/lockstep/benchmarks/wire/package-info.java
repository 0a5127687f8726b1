/**
 * Wire to wire: from a quote's frame on the socket to the order's frame on the socket, over loopback, the whole program in between, beside a raw
 * echo through the same sockets.
 *
 * <pre>
 *   venue ─► WireTap ══ quote ══► gateway ─► ring ─► journal, strategy, risk ─► gateway
 *     ▲         ║                                                                  │
 *     └─────────╨◄═════════════════════════ order ═════════════════════════════════┘
 * </pre>
 *
 * <p>The venue's quotes come by the clock, whether or not the orders of earlier ones have come: a stall counts for every quote it delays.
 */
@NullMarked
package io.lockstep.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
