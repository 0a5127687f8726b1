package io.lockstep.transport.websocket;

import io.lockstep.transport.net.DialOptions;
import io.lockstep.transport.net.Dialer;
import io.lockstep.transport.websocket.frame.VenueText;
import io.lockstep.transport.websocket.upgrade.Upgrade;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/** Opens WebSockets. Each lives on the network thread it is given and ends once; nothing here connects again. */
public final class WebSocketClient {
    private static final long TICK_MS = 20;
    private static final int NONCE_BYTES = 16;

    private final Dialer dialer;
    private final SocketParts parts;
    private final DialOptions dialOptions;
    private final SecureRandom random = new SecureRandom();

    /** All sockets of this client share their settings, clocks and counters. */
    public WebSocketClient(Dialer dialer, SocketParts parts) {
        this.dialer = dialer;
        this.parts = parts;
        long timeoutMs =
                Math.max(1, TimeUnit.NANOSECONDS.toMillis(parts.settings().connectTimeoutNs()));
        this.dialOptions = new DialOptions(
                (int) Math.min(timeoutMs, Integer.MAX_VALUE), parts.settings().maxUnsentBytes());
    }

    /**
     * Begins to connect. Returns at once; the listener hears of the outcome on {@code loop}.
     *
     * @throws IllegalArgumentException if a header is not legal
     */
    public WebSocket open(UpgradeRequest request, WebSocketListener listener, EventLoop loop) {
        Upgrade upgrade = new Upgrade(request, nonce(), parts.settings().compression());
        upgrade.request();
        WebSocket socket = new WebSocket(loop, listener, parts, random.nextLong());
        loop.execute(() -> begin(request, upgrade, socket, loop));
        return socket;
    }

    private void begin(UpgradeRequest request, Upgrade upgrade, WebSocket socket, EventLoop loop) {
        Future<Channel> dialled = dialer.dial(request.endpoint(), loop, dialOptions, pipeline(upgrade, socket));
        dialled.addListener(done -> {
            if (!done.isSuccess()) {
                socket.end(SocketEnd.of(EndCause.CONNECT_FAILED, VenueText.clean(String.valueOf(done.cause()))));
            }
        });
        Future<?> ticks = loop.scheduleAtFixedRate(
                () -> socket.tick(parts.clock().nowNs()), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        socket.releaseAtEnd(() -> {
            ticks.cancel(false);
            dialled.cancel(false);
        });
    }

    private ChannelInitializer<Channel> pipeline(Upgrade upgrade, WebSocket socket) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                ReceiveStamp stamp = new ReceiveStamp(parts.clock().wall());
                UpgradeHandler.install(channel.pipeline(), socket, upgrade, stamp);
                socket.attach(channel);
            }
        };
    }

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }
}
