package io.lockstep.simulator.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;

/** Writes whose failure closes the channel, which is all that is left to do then. */
final class Writes {
    private Writes() {}

    static void send(Channel channel, Object message) {
        ChannelFuture unused = channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    static void sendAndClose(Channel channel, Object message) {
        ChannelFuture unused = channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
    }

    static void close(Channel channel) {
        ChannelFuture unused = channel.close();
    }
}
