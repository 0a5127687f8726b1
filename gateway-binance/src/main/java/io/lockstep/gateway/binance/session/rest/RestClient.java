package io.lockstep.gateway.binance.session.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.orderentry.request.Endpoint;
import io.lockstep.gateway.binance.orderentry.request.RequestEncoder;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.orderentry.signing.Signers;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.gateway.binance.session.context.RateBudget;
import io.lockstep.gateway.binance.session.context.VenueClock;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import io.lockstep.transport.ratelimit.Priority;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Signs and sends REST requests within the venue's limits. Everything goes into the query, signature last, which both venues take for every
 * verb. Owned by one thread.
 */
public final class RestClient {
    private static final String KEY_HEADER = "X-MBX-APIKEY";

    private final HttpClient http;
    private final String keyId;
    private final RequestEncoder signed;
    private final RequestEncoder open = new RequestEncoder(null);
    private final RateBudget budget;
    private final VenueClock clock;
    private final long timeoutNs;

    /** @param timeoutMs longest wait for an answer, milliseconds */
    public RestClient(HttpClient http, ApiKey key, RateBudget budget, VenueClock clock, int timeoutMs) {
        this.http = http;
        this.keyId = key.id();
        this.signed = new RequestEncoder(Signers.of(key));
        this.budget = budget;
        this.clock = clock;
        this.timeoutNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    }

    /**
     * Time to wait before a request may be sent, nanoseconds; 0 where it may be sent now, and its cost is taken.
     *
     * @param priority whether the reserve may be used
     */
    public long tryAcquire(Endpoint endpoint, Priority priority) {
        return budget.tryAcquire(endpoint, priority, clock.venueNs());
    }

    /** Sends a request whose cost was acquired; sets its time stamp. What the answer says of limits is learned before it is told. */
    public CompletableFuture<HttpOutcome> send(RequestTemplate template, RequestValues values) {
        Endpoint endpoint = template.endpoint();
        long sentNs = clock.venueNs();
        TextBuffer query =
                (endpoint.isSigned() ? signed : open).encodeQuery(template, values.timestampMs(clock.timestampMs()));
        String text = new String(query.array(), 0, query.length(), US_ASCII);
        HttpCall call = HttpCall.of(endpoint.verb(), text.isEmpty() ? endpoint.path() : endpoint.path() + "?" + text)
                .withHeader(KEY_HEADER, keyId)
                .withTimeout(timeoutNs);
        return http.send(call).thenApply(outcome -> {
            if (outcome instanceof HttpOutcome.Answered answered) {
                budget.learn(answered.answer(), sentNs, clock.venueNs());
            }
            return outcome;
        });
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws VenueException if a limit forbids it, the venue refuses or does not answer, or its answer cannot be read
     */
    public JsonValue ask(RequestTemplate template, RequestValues values) {
        return ask(template, values, Priority.ORDINARY);
    }

    /** The same with the right to use the reserve. */
    public JsonValue ask(RequestTemplate template, RequestValues values, Priority priority) {
        Endpoint endpoint = template.endpoint();
        if (tryAcquire(endpoint, priority) > 0) {
            throw new VenueException("no room within the venue's limits: request=" + endpoint, 0);
        }
        HttpOutcome outcome = send(template, values).join();
        if (outcome instanceof HttpOutcome.Answered answered) {
            return read(endpoint, answered.answer());
        }
        throw new VenueException("no answer: request=" + endpoint + ", " + describe(outcome), 0);
    }

    /** What became of a call that was not answered, in words. */
    public static String describe(HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.NotSent notSent) {
            return "not sent: " + notSent.cause() + ' ' + notSent.detail();
        }
        return outcome instanceof HttpOutcome.Unknown unknown
                ? "unknown: " + unknown.cause() + ' ' + unknown.detail()
                : "answered";
    }

    private static JsonValue read(Endpoint endpoint, HttpAnswer answer) {
        try {
            JsonValue body = JsonValue.parse(answer.bodyText());
            if (answer.isSuccess()) {
                return body;
            }
            int code = (int) body.number("code");
            throw new VenueException(
                    "refused: request=" + endpoint + ", status=" + answer.status() + ", code=" + code + ", text="
                            + body.text("msg", ""),
                    code);
        } catch (JsonFormatException e) {
            throw new VenueException(
                    "not readable: request=" + endpoint + ", status=" + answer.status() + ", " + e.getMessage(),
                    answer.status());
        }
    }
}
