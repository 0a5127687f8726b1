package io.lockstep.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Writes bytes a few at a time while a face asks for it, so that the client's reads end in the middle of frames. */
final class Trickle extends ChannelOutboundHandlerAdapter {
    private static final int PIECE = 7;

    private final WireFace face;

    Trickle(WireFace face) {
        this.face = face;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes && bytes.readableBytes() > PIECE && face.isTrickling()) {
            while (bytes.readableBytes() > PIECE) {
                Writes.flush(context, bytes.readRetainedSlice(PIECE));
            }
        }
        Writes.pass(context, message, promise);
    }
}
