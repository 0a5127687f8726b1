package io.lockstep.transport.loopback;

import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpParts;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.net.ClientTls;
import io.lockstep.transport.net.Dialer;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.HostResolver;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.IoThreads;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.websocket.SocketParts;
import io.lockstep.transport.websocket.WebSocket;
import io.lockstep.transport.websocket.WebSocketClient;
import io.lockstep.transport.websocket.WebSocketListener;
import io.lockstep.transport.websocket.WebSocketSettings;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import io.netty.channel.EventLoop;

/** Real network threads and what hangs on them, for one test. */
public final class ClientNet implements AutoCloseable {
    private final IoThreads io;
    private final HostResolver resolver = new HostResolver();
    private final Dialer dialer;
    private final EventLoop loop;
    private final TransportCounters counters = new TransportCounters();

    /** NIO, trusting what {@code tls} says. */
    public ClientNet(TlsSettings tls) {
        this(tls, IoSettings.DEFAULT);
    }

    /** With other network threads. */
    public ClientNet(TlsSettings tls, IoSettings settings) {
        io = IoThreads.open(settings);
        dialer = new Dialer(io, resolver, new ClientTls(tls));
        loop = io.next();
    }

    /** Opens a socket. */
    public WebSocket open(Endpoint endpoint, WebSocketSettings settings, WebSocketListener listener) {
        return open(UpgradeRequest.to(endpoint), settings, listener);
    }

    /** Opens a socket. */
    public WebSocket open(UpgradeRequest request, WebSocketSettings settings, WebSocketListener listener) {
        SocketParts parts = new SocketParts(settings, TransportClock.system(), counters);
        return new WebSocketClient(dialer, parts).open(request, listener, loop);
    }

    /** Makes an HTTP client. */
    public HttpClient http(Endpoint host, HttpSettings settings) {
        return new HttpClient(host, dialer, loop, new HttpParts(settings, TransportClock.system(), counters));
    }

    /** The network thread. */
    public EventLoop loop() {
        return loop;
    }

    /** A count. */
    public long count(TransportCounter counter) {
        return counters.get(counter);
    }

    /** All counts. */
    public TransportCounters counters() {
        return counters;
    }

    /** Opens sockets for those who need the parts. */
    public Dialer dialer() {
        return dialer;
    }

    @Override
    public void close() {
        resolver.close();
        io.close();
    }
}
