package io.lockstep.gateway.alpaca.rest;

import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.alpaca.rest.RestCounters.Event;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.ratelimit.Priority;
import io.lockstep.transport.ratelimit.RateCost;
import io.lockstep.transport.ratelimit.RateLimiter;
import io.lockstep.transport.ratelimit.RateWindow;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * Calls one host of the venue over warm connections. Alpaca API, "Rate limits", read 2026-11: 200 requests a minute for an account, told
 * in {@code X-RateLimit-*} headers.
 *
 * <p>From any thread. Nothing is repeated: the caller knows what a second try would mean.
 */
public final class RestClient implements AutoCloseable {
    private static final RateCost ONE = RateCost.of(1);
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONNECTIONS = 4;
    private static final int WARM = 2;
    private static final int WAITING = 256;

    private final RestCounters counters = new RestCounters();
    private final HttpClient http;
    private final ApiKey key;
    private final RateLimiter budget;
    private final RestBounds bounds;
    private final EpochNanoClock clock;

    /**
     * Makes a client and begins to open its warm connections.
     *
     * @param host where; its path is not used
     * @param key sent as headers with every request
     */
    public RestClient(Transport transport, Endpoint host, ApiKey key, RestBounds bounds, EpochNanoClock clock) {
        this.key = key;
        this.bounds = bounds;
        this.clock = clock;
        this.budget = new RateLimiter(
                List.of(new RateWindow("requests", MINUTE_NS, bounds.requestsPerMinute(), bounds.reserve(), false)));
        this.http = transport.http(
                host, HttpSettings.DEFAULT.withConnections(CONNECTIONS, WARM, WAITING), new TransportCounters());
    }

    /** What was counted. */
    public RestCounters counters() {
        return counters;
    }

    /**
     * Sends a request if the minute's budget allows it.
     *
     * @param request copied before this returns
     * @param priority whether it may use the reserve
     * @param thread where {@code handler} is called, always and once
     */
    public void send(RestRequest request, Priority priority, Executor thread, Consumer<RestReply> handler) {
        long nowNs = clock.nanoTime();
        long waitNs = budget.tryAcquire(ONE, priority, nowNs);
        if (waitNs != RateLimiter.GRANTED) {
            counters.count(Event.HELD_BACK);
            RestReply held = RestReply.unanswered(RestReply.Kind.RATE_LIMITED, "waitNs=" + waitNs, nowNs, nowNs);
            thread.execute(() -> handler.accept(held));
            return;
        }
        CompletableFuture<Void> unused = http.send(toCall(request)).thenAccept(outcome -> {
            RestReply reply = reply(outcome, nowNs);
            thread.execute(() -> handler.accept(reply));
        });
    }

    /**
     * Sends a request and waits for its answer; spends the reserve too, for a person is waiting.
     *
     * @return an answer of whatever status
     * @throws VenueException if there is none
     */
    public RestReply call(RestRequest request) {
        CompletableFuture<RestReply> answer = new CompletableFuture<>();
        String what = request.method() + " " + request.path();
        send(request, Priority.CANCEL, Runnable::run, answer::complete);
        try {
            RestReply reply = answer.get(2 * bounds.timeoutNs(), TimeUnit.NANOSECONDS);
            if (!reply.isAnswered()) {
                throw new VenueException("no answer: request=" + what + ", " + reply, 0);
            }
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueException("interrupted: request=" + what, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new VenueException("no answer: request=" + what, e);
        }
    }

    /** Closes the connections; requests under way end with their outcome unknown. */
    @Override
    public void close() {
        http.close();
    }

    private HttpCall toCall(RestRequest request) {
        HttpCall call = HttpCall.of(request.method().name(), request.path().toString())
                .withHeader("APCA-API-KEY-ID", key.id())
                .withHeader("APCA-API-SECRET-KEY", key.secret())
                .withTimeout(bounds.timeoutNs());
        int length = request.body().length();
        return length == 0
                ? call
                : call.withBody("application/json", Arrays.copyOf(request.body().bytes(), length));
    }

    private RestReply reply(HttpOutcome outcome, long sentNs) {
        long nowNs = clock.nanoTime();
        if (outcome instanceof HttpOutcome.Answered answered) {
            HttpAnswer answer = answered.answer();
            learn(answer, sentNs, nowNs);
            return RestReply.answered(answer.status(), answer.body(), sentNs, nowNs);
        }
        if (outcome instanceof HttpOutcome.NotSent notSent) {
            counters.count(Event.NOT_SENT);
            budget.refund(ONE, sentNs);
            return RestReply.unanswered(
                    RestReply.Kind.NOT_SENT, notSent.cause() + ": " + notSent.detail(), sentNs, nowNs);
        }
        HttpOutcome.Unknown unknown = (HttpOutcome.Unknown) outcome;
        counters.count(Event.LOST);
        return RestReply.unanswered(RestReply.Kind.LOST, unknown.cause() + ": " + unknown.detail(), sentNs, nowNs);
    }

    private void learn(HttpAnswer answer, long sentNs, long nowNs) {
        counters.count(answer.isSuccess() ? Event.SUCCEEDED : Event.FAILED);
        long limit = number(answer.header("X-RateLimit-Limit"));
        long remaining = number(answer.header("X-RateLimit-Remaining"));
        if (limit > 0 && remaining >= 0 && remaining <= limit) {
            budget.adopt(0, limit - remaining, sentNs, nowNs);
        }
        if (answer.status() == TOO_MANY_REQUESTS) {
            counters.count(Event.TOO_MANY);
            budget.banUntil(nowNs + pauseNs(answer, nowNs));
        }
    }

    /** How long the venue wants to be left alone, at most a minute; a second where it does not say. */
    private static long pauseNs(HttpAnswer answer, long nowNs) {
        long afterS = number(answer.header("Retry-After"));
        long resetS = number(answer.header("X-RateLimit-Reset"));
        long pauseNs = TimeUnit.SECONDS.toNanos(1);
        if (afterS > 0) {
            pauseNs = TimeUnit.SECONDS.toNanos(afterS);
        } else if (resetS > 0) {
            pauseNs = Math.max(pauseNs, TimeUnit.SECONDS.toNanos(resetS) - nowNs);
        }
        return Math.min(pauseNs, MINUTE_NS);
    }

    /** A whole number of up to twelve digits; -1 for anything else. */
    private static long number(@Nullable String text) {
        boolean whole = text != null
                && !text.isEmpty()
                && text.length() <= 12
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? Long.parseLong(text) : -1;
    }
}
