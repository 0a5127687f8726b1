/**
 * Market data of one product over as many sockets as its streams need.
 *
 * <pre>
 *   MarketDataFeed ─┬─ FeedLine ── kept connection: subscribe, watch for silence, replace without loss
 *                   │     └─ FeedPipeline: decoder ─► DuplicateFilter ─► BookFeed ─► EventEncoder ─► ring
 *                   ├─ FeedLine ...                        REST ─► SnapshotClient ─┘
 *                   └─ FeedStatus: the state of all lines as one ConnectionStatus
 * </pre>
 *
 * <p>A line and everything in it lives on the network thread of its connection; lines share only the weight budget and the status.
 */
@NullMarked
package io.lockstep.gateway.binance.marketdata.session;

import org.jspecify.annotations.NullMarked;
