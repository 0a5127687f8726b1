package io.lockstep.transport.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Stands next to the socket and knows whether bytes were given to it since it was last asked to forget. */
final class WireWatch extends ChannelOutboundHandlerAdapter {
    private boolean touched;

    void forget() {
        touched = false;
    }

    boolean isTouched() {
        return touched;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        touched = true;
        super.write(context, message, promise);
    }
}
