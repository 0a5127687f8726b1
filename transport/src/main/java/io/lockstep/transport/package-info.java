/**
 * WebSocket and HTTP clients for trading venues. Knows no venue and no engine.
 *
 * <pre>
 *  Transport ── reconnect ── websocket ──┐
 *      │            └──────── liveness   ├── net
 *      └─────── http ────────────────────┘        beside them: ratelimit, correlation, json
 * </pre>
 *
 * <p>A gateway asks {@link io.lockstep.transport.Transport} for connections and hears of them on network threads.
 */
@NullMarked
package io.lockstep.transport;

import org.jspecify.annotations.NullMarked;
