package io.lockstep.simulator.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;

/** Writes whose failure closes the channel, which is all that is left to do then, and how much of them waits. */
final class Writes {
    private Writes() {}

    static void send(Channel channel, Object message) {
        ChannelFuture unused = channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    /** Hands a message on towards the socket and has it written at once. */
    static void flush(ChannelHandlerContext context, Object message) {
        ChannelFuture unused = context.writeAndFlush(message);
    }

    /** Hands a message on towards the socket. */
    static void pass(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelFuture unused = context.write(message, promise);
    }

    static void sendAndClose(Channel channel, Object message) {
        ChannelFuture unused = channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
    }

    /** Bytes written that the socket has not taken yet. */
    static long pending(Channel channel) {
        ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
        return outbound == null ? 0 : outbound.totalPendingWriteBytes();
    }

    static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }
}
