package io.lockstep.simulator.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches a connection whose answer has no end: tells the session when it is closed, and takes nothing more. */
final class EventHandler extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandler.class);

    private final SocketSession session;

    EventHandler(SocketSession session) {
        this.session = session;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject request) {
        LOG.warn("connection ends: a request behind an answer without end");
        Writes.close(context.channel());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        session.onClose();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("connection ends", cause);
        Writes.close(context.channel());
    }
}
