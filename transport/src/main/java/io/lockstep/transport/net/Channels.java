package io.lockstep.transport.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.util.concurrent.Future;

/** Channel operations whose outcome nobody waits for: when one fails, the end of the channel tells. */
public final class Channels {
    private Channels() {}

    /** Closes at once. */
    public static void close(Channel channel) {
        Future<?> unused = channel.close();
    }

    /** Writes and flushes without a promise of its own; allocates nothing. */
    public static void send(ChannelOutboundInvoker channel, Object message) {
        Future<?> unused = channel.writeAndFlush(message, channel.voidPromise());
    }
}
