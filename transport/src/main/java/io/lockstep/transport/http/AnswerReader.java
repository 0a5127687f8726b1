package io.lockstep.transport.http;

import io.lockstep.transport.http.HttpOutcome.Cause;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Puts one answer together from the parts Netty reads. Reused by its connection. */
final class AnswerReader {
    private final int maxBody;
    private final ByteBuf body = Unpooled.buffer(0);
    private int status;
    private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
    private boolean interim;
    private boolean keepAlive;
    private boolean complete;
    private @Nullable Cause fault;

    AnswerReader(int maxBody) {
        this.maxBody = maxBody;
    }

    void reset() {
        body.clear();
        status = 0;
        complete = false;
        fault = null;
    }

    void read(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            fault = Cause.BAD_ANSWER;
            return;
        }
        if (part instanceof HttpResponse response) {
            begin(response);
        }
        if (part instanceof HttpContent content) {
            append(content);
        }
    }

    /** Whether the end of the answer was read. */
    boolean isComplete() {
        return complete && fault == null;
    }

    /** What is wrong with the answer; absent while nothing is. */
    @Nullable
    Cause fault() {
        return fault;
    }

    /** Whether the connection may be used again after this answer. */
    boolean isKeepAlive() {
        return keepAlive;
    }

    /** Words on how far it came. */
    String progress() {
        return status == 0 ? "no status" : "HTTP " + status + ", " + body.readableBytes() + " bytes of body";
    }

    HttpAnswer answer(long receivedNs) {
        byte[] bytes = new byte[body.readableBytes()];
        body.readBytes(bytes);
        return new HttpAnswer(status, headers, bytes, receivedNs);
    }

    private void begin(HttpResponse response) {
        interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (interim) {
            return;
        }
        status = response.status().code();
        headers = response.headers();
        keepAlive = HttpUtil.isKeepAlive(response);
        if (HttpUtil.getContentLength(response, 0L) > maxBody) {
            fault = Cause.ANSWER_TOO_LARGE;
        }
    }

    private void append(HttpContent content) {
        ByteBuf bytes = content.content();
        if (bytes.readableBytes() > maxBody - body.readableBytes()) {
            fault = Cause.ANSWER_TOO_LARGE;
            return;
        }
        body.writeBytes(bytes);
        complete = content instanceof LastHttpContent && !interim;
    }
}
