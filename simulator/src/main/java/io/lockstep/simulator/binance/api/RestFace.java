package io.lockstep.simulator.binance.api;

import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.HttpReply;
import org.jspecify.annotations.Nullable;

/** REST: finds the endpoint, has it answered, and writes the counters into the headers. */
public final class RestFace {
    private final EndpointTable table;
    private final ApiDesk desk;

    /** A face over endpoints. */
    public RestFace(EndpointTable table, ApiDesk desk) {
        this.table = table;
        this.desk = desk;
    }

    /** Answers a request. */
    public HttpReply answer(HttpCall call) {
        Endpoint endpoint = table.rest(call.method(), call.path());
        HttpReply reply;
        try {
            reply = HttpReply.of(200, answer(endpoint, call));
        } catch (ApiError e) {
            reply = refused(e);
        }
        return counted(reply, endpoint);
    }

    /** Counts the weight of something that is no request, as a connection; the refusal if that is too much, else null. */
    public @Nullable HttpReply charge(int weight) {
        try {
            desk.limits().spend(weight, desk.nowMs());
            return null;
        } catch (ApiError e) {
            return refused(e);
        }
    }

    private HttpReply refused(ApiError error) {
        HttpReply reply = HttpReply.of(error.status(), error.json());
        if (error.status() != 429 && error.status() != 418) {
            return reply;
        }
        long now = desk.nowMs();
        long waitMs = Math.max(0, desk.limits().retryAfterMs(now) - now);
        return reply.with("Retry-After", String.valueOf((waitMs + 999) / 1_000));
    }

    private String answer(@Nullable Endpoint endpoint, HttpCall call) {
        if (endpoint == null) {
            throw new ApiError(404, -5000, "Path " + call.path() + ", Method " + call.method() + " is invalid");
        }
        Params params = Params.ofForm(call.query(), call.body());
        String payload = Signatures.restPayload(call.query(), call.body());
        return desk.call(endpoint, params, call.header("X-MBX-APIKEY"), payload);
    }

    private HttpReply counted(HttpReply reply, @Nullable Endpoint endpoint) {
        long now = desk.nowMs();
        String used = String.valueOf(desk.limits().usedWeight(now));
        HttpReply counted = reply.with("X-MBX-USED-WEIGHT", used).with("X-MBX-USED-WEIGHT-1M", used);
        if (endpoint != null && endpoint.isOrder()) {
            for (RateLimits.Window window : desk.limits().orderWindows()) {
                counted = counted.with("X-MBX-ORDER-COUNT-" + window.shortName(), String.valueOf(window.count(now)));
            }
        }
        return counted;
    }
}
