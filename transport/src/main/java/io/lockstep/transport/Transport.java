package io.lockstep.transport;

import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpParts;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.net.ClientTls;
import io.lockstep.transport.net.Dialer;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.HostResolver;
import io.lockstep.transport.net.IoThreads;
import io.lockstep.transport.net.Ticks;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.reconnect.ConnectBudget;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.ConnectionParts;
import io.lockstep.transport.reconnect.ConnectionPolicy;
import io.lockstep.transport.reconnect.ManagedConnection;
import io.lockstep.transport.websocket.SocketParts;
import io.lockstep.transport.websocket.WebSocketClient;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Makes the connections of a process.
 *
 * <pre>{@code
 * Transport transport = new Transport(settings, TransportClock.system());
 * ConnectBudget budget = new ConnectBudget(150, FIVE_MINUTES);              // one for each venue
 * ManagedConnection feed = transport.managed(() -> UpgradeRequest.to(endpoint), listener, policy, budget);
 * feed.start();
 * }</pre>
 */
public final class Transport implements AutoCloseable {
    private static final long TICK_MS = 20;

    private final IoThreads io;
    private final HostResolver resolver = new HostResolver();
    private final Dialer dialer;
    private final TransportClock clock;
    private final SplittableRandom seeds;

    /** Starts the network threads; nothing is connected yet. */
    public Transport(TransportSettings settings, TransportClock clock) {
        this.clock = clock;
        this.io = IoThreads.open(settings.io());
        this.dialer = new Dialer(io, resolver, new ClientTls(settings.tls()));
        this.seeds = new SplittableRandom(settings.seed());
    }

    /**
     * Makes a connection that will be kept up once it is started. It stays on one network thread, with all its sockets.
     *
     * @param target where to connect, asked anew for each attempt
     * @param budget attempts allowed at the venue, shared by all connections to it
     */
    public ManagedConnection managed(
            Supplier<UpgradeRequest> target,
            ConnectionListener listener,
            ConnectionPolicy policy,
            ConnectBudget budget) {
        EventLoop loop = io.next();
        TransportCounters counters = new TransportCounters();
        WebSocketClient client = new WebSocketClient(dialer, new SocketParts(policy.socket(), clock, counters));
        ConnectionParts parts = new ConnectionParts(
                (request, socketListener) -> client.open(request, socketListener, loop),
                task -> runOn(loop, task),
                clock,
                counters,
                budget,
                nextRandom());
        ManagedConnection connection = new ManagedConnection(target, listener, policy, parts);
        Future<?> unused = Ticks.every(TICK_MS, loop, () -> connection.tick(clock.nowNs()));
        return connection;
    }

    /** Makes a client for one host. */
    public HttpClient http(Endpoint host, HttpSettings settings, TransportCounters counters) {
        return new HttpClient(host, dialer, io.next(), new HttpParts(settings, clock, counters));
    }

    /** How network threads really wait, and the like. */
    public IoThreads io() {
        return io;
    }

    /** Ends the network threads and with them every connection. */
    @Override
    public void close() {
        // a dial under way must find its resolver until its thread has ended
        io.close();
        resolver.close();
    }

    private synchronized SplittableRandom nextRandom() {
        return seeds.split();
    }

    private static void runOn(EventLoop loop, Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }
}
