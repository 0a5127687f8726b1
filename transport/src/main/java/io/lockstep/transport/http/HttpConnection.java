package io.lockstep.transport.http;

import io.lockstep.transport.http.HttpOutcome.Cause;
import io.lockstep.transport.net.Channels;
import io.lockstep.transport.net.TransportClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.jspecify.annotations.Nullable;

/** One connection of a client: carries one exchange at a time. Network thread. */
final class HttpConnection extends SimpleChannelInboundHandler<HttpObject> {
    private static final int MAX_LINE = 8_192;
    private static final int MAX_HEADERS = 65_536;
    private static final int CHUNK = 65_536;

    private final ConnectionPool pool;
    private final TransportClock clock;
    private final AnswerReader reader;
    private final WireWatch wire = new WireWatch();
    private @Nullable Channel channel;
    private @Nullable Exchange exchange;
    private boolean established;
    private boolean ended;
    private long idleSinceNs;

    HttpConnection(ConnectionPool pool, TransportClock clock, int maxBody) {
        this.pool = pool;
        this.clock = clock;
        this.reader = new AnswerReader(maxBody);
    }

    /** Fills the pipeline of a new connection, behind TLS if that is there. */
    void install(ChannelPipeline pipeline) {
        channel = pipeline.channel();
        pipeline.addFirst(wire);
        pipeline.addLast(new HttpClientCodec(MAX_LINE, MAX_HEADERS, CHUNK), this);
        if (ended) {
            Channels.close(pipeline.channel());
        }
    }

    /** Whether a call may be given to it now. */
    boolean isUsable() {
        Channel open = channel;
        return established && !ended && exchange == null && open != null && open.isActive();
    }

    boolean isIdleSince(long limitNs, long nowNs) {
        return exchange == null && nowNs - idleSinceNs >= limitNs;
    }

    boolean isOverdue(long nowNs) {
        Exchange current = exchange;
        return current != null && current.isOverdue(nowNs);
    }

    void start(Exchange next, String hostHeader) {
        Channel open = channel;
        if (open == null) {
            next.notSent(Cause.CONNECTION_LOST, "not connected");
            return;
        }
        exchange = next;
        reader.reset();
        wire.forget();
        open.writeAndFlush(next.call().toRequest(hostHeader)).addListener(written -> {
            if (!written.isSuccess()) {
                end(Cause.CONNECTION_LOST, String.valueOf(written.cause()));
            }
        });
    }

    /** Ends the connection, and with it the exchange it carries. */
    void end(Cause cause, String detail) {
        if (ended) {
            return;
        }
        ended = true;
        if (channel != null) {
            Channels.close(channel);
        }
        Exchange current = exchange;
        exchange = null;
        pool.onEnded(this, established, detail);
        if (current != null && wire.isTouched()) {
            current.unknown(cause, detail + " (" + reader.progress() + ")");
        } else if (current != null) {
            current.notSent(cause, detail);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.pipeline().get(SslHandler.class) == null) {
            establish();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                establish();
            } else {
                end(Cause.CONNECT_FAILED, String.valueOf(handshake.cause()));
            }
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (exchange == null) {
            end(Cause.BAD_ANSWER, "answer to nothing");
            return;
        }
        reader.read(part);
        Cause fault = reader.fault();
        if (fault != null) {
            end(fault, "answer cannot be used");
        } else if (reader.isComplete()) {
            finish(exchange);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(Cause.CONNECTION_LOST, "connection ended");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(established ? Cause.CONNECTION_LOST : Cause.CONNECT_FAILED, String.valueOf(cause));
    }

    private void establish() {
        if (ended) {
            return;
        }
        established = true;
        idleSinceNs = clock.nowNs();
        pool.onEstablished(this);
    }

    private void finish(Exchange current) {
        exchange = null;
        idleSinceNs = clock.nowNs();
        HttpAnswer answer = reader.answer(clock.wallNs());
        if (reader.isKeepAlive()) {
            pool.onFree(this);
        } else {
            end(Cause.CONNECTION_LOST, "server closes after its answer");
        }
        current.answered(answer);
    }
}
