package io.lockstep.transport.http;

import io.lockstep.transport.http.HttpOutcome.Cause;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import java.util.concurrent.CompletableFuture;

/** One call on its way; ends once. Network thread. */
final class Exchange {
    private final HttpCall call;
    private final long deadlineNs;
    private final TransportCounters counters;
    private final CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();

    Exchange(HttpCall call, long nowNs, TransportCounters counters) {
        this.call = call;
        this.deadlineNs = nowNs + call.timeoutNs();
        this.counters = counters;
    }

    HttpCall call() {
        return call;
    }

    CompletableFuture<HttpOutcome> outcome() {
        return outcome;
    }

    boolean isOverdue(long nowNs) {
        return nowNs - deadlineNs >= 0;
    }

    void answered(HttpAnswer answer) {
        end(TransportCounter.HTTP_ANSWERED, new HttpOutcome.Answered(answer));
    }

    void notSent(Cause cause, String detail) {
        end(TransportCounter.HTTP_NOT_SENT, new HttpOutcome.NotSent(cause, detail));
    }

    void unknown(Cause cause, String detail) {
        end(TransportCounter.HTTP_UNKNOWN, new HttpOutcome.Unknown(cause, detail));
    }

    private void end(TransportCounter counter, HttpOutcome result) {
        counters.increment(counter);
        outcome.complete(result);
    }
}
