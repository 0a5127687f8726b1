/**
 * What becomes of recorded market data on its way through the wire: tapes are played at a venue on loopback, a session receives them as
 * {@code run} does, and what the venue sent is held against what reached the ring.
 *
 * <pre>
 *   tape ─► venue ═ socket ═► gateway ─► ring ─► FeedWatcher
 *     └─────── FeedComparison ◄────────────────────┘
 * </pre>
 */
@NullMarked
package io.lockstep.launcher.loopback.feed;

import org.jspecify.annotations.NullMarked;
