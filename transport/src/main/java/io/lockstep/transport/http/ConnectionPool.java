package io.lockstep.transport.http;

import io.lockstep.transport.http.HttpOutcome.Cause;
import io.lockstep.transport.net.TransportCounter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The connections to one host, and the calls that wait for one. Network thread. */
final class ConnectionPool {
    private static final long WARM_RETRY_NS = TimeUnit.SECONDS.toNanos(1);

    private final HttpParts parts;
    private final String hostHeader;
    private final Consumer<HttpConnection> dialer;
    private final Set<HttpConnection> connecting = new LinkedHashSet<>();
    private final Set<HttpConnection> established = new LinkedHashSet<>();
    private final Deque<HttpConnection> free = new ArrayDeque<>();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private long warmAtNs;
    private boolean closed;

    /** @param dialer begins to connect */
    ConnectionPool(HttpParts parts, String hostHeader, Consumer<HttpConnection> dialer) {
        this.parts = parts;
        this.hostHeader = hostHeader;
        this.dialer = dialer;
        this.warmAtNs = parts.clock().nowNs();
    }

    void submit(Exchange exchange) {
        if (closed) {
            exchange.notSent(Cause.CLIENT_CLOSED, "client is closed");
        } else if (waiting.size() >= parts.settings().maxWaiting() && !hasUsable()) {
            exchange.notSent(Cause.TOO_MANY_WAITING, "waiting=" + waiting.size());
        } else {
            waiting.add(exchange);
            dispatch();
        }
    }

    void tick(long nowNs) {
        waiting.removeIf(exchange -> expire(exchange, nowNs));
        for (HttpConnection connection : List.copyOf(established)) {
            if (connection.isOverdue(nowNs)) {
                connection.end(Cause.TIMEOUT, "not answered in time");
            } else if (connection.isIdleSince(parts.settings().idleTimeoutNs(), nowNs)) {
                connection.end(Cause.CONNECTION_LOST, "unused for too long");
            }
        }
        if (!closed && nowNs - warmAtNs >= 0) {
            warmUp(nowNs);
        }
    }

    void close() {
        closed = true;
        waiting.forEach(exchange -> exchange.notSent(Cause.CLIENT_CLOSED, "client is closed"));
        waiting.clear();
        List<HttpConnection> all = new ArrayList<>(connecting);
        all.addAll(established);
        all.forEach(connection -> connection.end(Cause.CLIENT_CLOSED, "client is closed"));
    }

    boolean hasEstablished() {
        return !established.isEmpty();
    }

    void onEstablished(HttpConnection connection) {
        parts.counters().increment(TransportCounter.HTTP_CONNECTIONS_OPENED);
        connecting.remove(connection);
        established.add(connection);
        onFree(connection);
    }

    void onFree(HttpConnection connection) {
        free.addLast(connection);
        dispatch();
    }

    void onEnded(HttpConnection connection, boolean wasEstablished, String detail) {
        free.remove(connection);
        if (wasEstablished) {
            established.remove(connection);
            dispatch();
            return;
        }
        connecting.remove(connection);
        warmAtNs = parts.clock().nowNs() + WARM_RETRY_NS;
        if (connecting.isEmpty() && established.isEmpty()) {
            List<Exchange> failed = List.copyOf(waiting);
            waiting.clear();
            failed.forEach(exchange -> exchange.notSent(Cause.CONNECT_FAILED, detail));
        }
    }

    private void dispatch() {
        while (!waiting.isEmpty() && hasUsable()) {
            free.removeLast().start(waiting.removeFirst(), hostHeader);
        }
        while (!closed && connecting.size() < waiting.size() && hasRoom()) {
            connect();
        }
    }

    /** Whether the connection used last can be used again; those found dead on the way are dropped. */
    private boolean hasUsable() {
        while (!free.isEmpty() && !free.peekLast().isUsable()) {
            free.removeLast();
        }
        return !free.isEmpty();
    }

    private boolean hasRoom() {
        return connecting.size() + established.size() < parts.settings().maxConnections();
    }

    private void warmUp(long nowNs) {
        warmAtNs = nowNs + WARM_RETRY_NS;
        while (connecting.size() + established.size() < parts.settings().warmConnections()) {
            connect();
        }
    }

    private void connect() {
        HttpConnection connection =
                new HttpConnection(this, parts.clock(), parts.settings().maxBodyBytes());
        connecting.add(connection);
        dialer.accept(connection);
    }

    private static boolean expire(Exchange exchange, long nowNs) {
        boolean overdue = exchange.isOverdue(nowNs);
        if (overdue) {
            exchange.notSent(Cause.TIMEOUT, "no connection in time");
        }
        return overdue;
    }
}
