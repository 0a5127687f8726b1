/**
 * Market data connections: the sockets, what is done when they fail, and how the hole is filled.
 *
 * <pre>
 *   socket ──► FeedConnection ──► StreamSession (greeting, keys, subscription)
 *                    │       └──► MarketDataDecoder ──► events
 *                    ├── HeldFrames: live frames wait while
 *                    └── GapFill ──► RestClient ──► HistoryDecoder ──► events
 * </pre>
 *
 * <p>The venue allows one connection to an endpoint and cuts the newcomer, so a connection is never replaced before the old one has ended.
 * Everything here belongs to the network thread of its connection.
 */
@NullMarked
package io.lockstep.gateway.alpaca.feed;

import org.jspecify.annotations.NullMarked;
