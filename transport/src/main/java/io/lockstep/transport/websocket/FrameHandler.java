package io.lockstep.transport.websocket;

import io.lockstep.transport.websocket.deflate.MessageInflater;
import io.lockstep.transport.websocket.frame.FrameReader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** The end of the pipeline of an open socket. */
final class FrameHandler extends ChannelInboundHandlerAdapter {
    private final WebSocket socket;
    private final ReceiveStamp stamp;
    private final FrameReader reader;

    FrameHandler(WebSocket socket, ReceiveStamp stamp, @Nullable MessageInflater inflater) {
        this.socket = socket;
        this.stamp = stamp;
        this.reader = new FrameReader(
                socket.settings().maxMessageBytes(), socket.settings().maxFragments(), inflater, socket.sink());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            socket.onBytes(bytes.readableBytes());
            reader.read(bytes, stamp.receivedNs());
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        socket.onDisconnected(reader.isInMessage(), "connection ended");
        reader.stop();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        socket.onDisconnected(reader.isInMessage(), String.valueOf(cause));
        reader.stop();
    }
}
