package io.lockstep.transport.websocket;

import io.lockstep.transport.net.Channels;
import io.lockstep.transport.websocket.deflate.DeflateAgreement;
import io.lockstep.transport.websocket.deflate.MessageInflater;
import io.lockstep.transport.websocket.frame.VenueText;
import io.lockstep.transport.websocket.upgrade.Upgrade;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Performs the opening handshake, then makes way for {@link FrameHandler}. */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {
    private static final int MAX_LINE = 4_096;
    private static final int MAX_HEADERS = 16_384;
    private static final int MAX_REFUSAL = 16_384;

    private final WebSocket socket;
    private final Upgrade upgrade;
    private final ReceiveStamp stamp;

    UpgradeHandler(WebSocket socket, Upgrade upgrade, ReceiveStamp stamp) {
        this.socket = socket;
        this.upgrade = upgrade;
        this.stamp = stamp;
    }

    /** Fills the pipeline of a new connection, behind TLS if that is there. */
    static void install(ChannelPipeline pipeline, WebSocket socket, Upgrade upgrade, ReceiveStamp stamp) {
        pipeline.addFirst(stamp);
        pipeline.addLast(
                new HttpClientCodec(MAX_LINE, MAX_HEADERS, MAX_REFUSAL),
                new HttpObjectAggregator(MAX_REFUSAL),
                new UpgradeHandler(socket, upgrade, stamp));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.pipeline().get(SslHandler.class) == null) {
            Channels.send(context, upgrade.request());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                Channels.send(context, upgrade.request());
            } else {
                socket.end(SocketEnd.of(EndCause.TLS_FAILED, VenueText.clean(String.valueOf(handshake.cause()))));
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            onAnswer(context.pipeline(), (FullHttpResponse) message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        socket.end(SocketEnd.of(EndCause.LOST, "connection ended during the upgrade"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        EndCause end = isTls(cause) ? EndCause.TLS_FAILED : EndCause.LOST;
        socket.end(SocketEnd.of(end, VenueText.clean(String.valueOf(cause))));
    }

    private void onAnswer(ChannelPipeline pipeline, FullHttpResponse answer) {
        String objection = upgrade.objection(answer);
        if (!objection.isEmpty()) {
            int status =
                    answer.decoderResult().isFailure() ? 0 : answer.status().code();
            socket.end(new SocketEnd(EndCause.UPGRADE_REFUSED, status, objection, Upgrade.retryAfterS(answer)));
            return;
        }
        switchProtocol(pipeline, upgrade.agreement(answer));
    }

    // removing the decoder hands on what came behind the answer, so the listener must have heard of the opening before
    private void switchProtocol(ChannelPipeline pipeline, DeflateAgreement agreement) {
        HttpClientCodec codec = pipeline.get(HttpClientCodec.class);
        pipeline.addLast(new FrameHandler(socket, stamp, inflater(agreement)));
        pipeline.remove(this);
        pipeline.remove(HttpObjectAggregator.class);
        codec.removeOutboundHandler();
        socket.onUpgraded();
        pipeline.remove(codec);
    }

    private @Nullable MessageInflater inflater(DeflateAgreement agreement) {
        return agreement.agreed()
                ? new MessageInflater(socket.settings().maxMessageBytes(), agreement.freshContext())
                : null;
    }

    private static boolean isTls(Throwable cause) {
        return cause instanceof SSLException || cause.getCause() instanceof SSLException;
    }
}
