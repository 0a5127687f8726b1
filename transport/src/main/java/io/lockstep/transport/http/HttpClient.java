package io.lockstep.transport.http;

import io.lockstep.transport.http.HttpOutcome.Cause;
import io.lockstep.transport.net.DialOptions;
import io.lockstep.transport.net.Dialer;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.Ticks;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls one host over connections that are kept open. From any thread. */
public final class HttpClient implements AutoCloseable {
    private static final long TICK_MS = 20;
    private static final int MAX_UNSENT_BYTES = 1 << 20;

    private final Endpoint host;
    private final Dialer dialer;
    private final EventLoop loop;
    private final HttpParts parts;
    private final DialOptions dialOptions;
    private final ConnectionPool pool;
    private final Future<?> ticks;

    /**
     * Makes a client and begins to open its warm connections.
     *
     * @param host where; its path is not used
     * @param loop the network thread of its connections
     */
    public HttpClient(Endpoint host, Dialer dialer, EventLoop loop, HttpParts parts) {
        this.host = host;
        this.dialer = dialer;
        this.loop = loop;
        this.parts = parts;
        this.dialOptions = new DialOptions(timeoutMs(parts.settings()), MAX_UNSENT_BYTES);
        this.pool = new ConnectionPool(parts, host.hostHeader(), this::dial);
        this.ticks = Ticks.every(TICK_MS, loop, () -> pool.tick(parts.clock().nowNs()));
        loop.execute(() -> pool.tick(parts.clock().nowNs()));
    }

    /**
     * Makes a call.
     *
     * @return completes on the network thread, always with an outcome, never with an exception
     */
    public CompletableFuture<HttpOutcome> send(HttpCall call) {
        Exchange exchange = new Exchange(call, parts.clock().nowNs(), parts.counters());
        loop.execute(() -> pool.submit(exchange));
        return exchange.outcome();
    }

    /** Closes its connections. Calls not yet sent end so, calls sent end with their outcome unknown. */
    @Override
    public void close() {
        ticks.cancel(false);
        loop.execute(pool::close);
    }

    /** Network thread. */
    boolean hasOpenConnections() {
        return pool.hasEstablished();
    }

    private void dial(HttpConnection connection) {
        dialer.dial(host, loop, dialOptions, new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connection.install(channel.pipeline());
                    }
                })
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        connection.end(Cause.CONNECT_FAILED, String.valueOf(done.cause()));
                    }
                });
    }

    private static int timeoutMs(HttpSettings settings) {
        long ms = TimeUnit.NANOSECONDS.toMillis(settings.connectTimeoutNs());
        return (int) Math.max(1, Math.min(ms, Integer.MAX_VALUE));
    }
}
