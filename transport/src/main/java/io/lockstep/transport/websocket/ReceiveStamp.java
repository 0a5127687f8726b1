package io.lockstep.transport.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.function.LongSupplier;

/** Stands next to the socket, before TLS, and notes when bytes were read. */
final class ReceiveStamp extends ChannelInboundHandlerAdapter {
    private final LongSupplier wallClock;
    private long receivedNs;

    ReceiveStamp(LongSupplier wallClock) {
        this.wallClock = wallClock;
    }

    /** When the latest bytes were read, nanoseconds UTC. */
    long receivedNs() {
        return receivedNs;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        receivedNs = wallClock.getAsLong();
        context.fireChannelRead(message);
    }
}
