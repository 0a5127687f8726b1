package io.lockstep.simulator.binance.api;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Puts a request through its checks (weight, key, time, signature, order count) and has its endpoint answer it. */
public final class ApiDesk {
    private final Product product;
    private final KeyRing keys;
    private final RateLimits limits;
    private final LongSupplier nowMs;
    private final Runnable afterCall;

    /**
     * A desk of one product.
     *
     * @param afterCall runs after each call, also one that failed
     */
    public ApiDesk(Product product, KeyRing keys, RateLimits limits, LongSupplier nowMs, Runnable afterCall) {
        this.product = product;
        this.keys = keys;
        this.limits = limits;
        this.nowMs = nowMs;
        this.afterCall = afterCall;
    }

    /** The keys it knows. */
    public KeyRing keys() {
        return keys;
    }

    /** The limits it counts. */
    public RateLimits limits() {
        return limits;
    }

    /** The venue's time, milliseconds. */
    public long nowMs() {
        return nowMs.getAsLong();
    }

    /**
     * Answers a request.
     *
     * @param keyName API key sent, null for none
     * @param payload what its signature covers; null when a logged-on session vouches for it
     * @return JSON
     * @throws ApiError if it is refused
     */
    public String call(Endpoint endpoint, Params params, @Nullable String keyName, @Nullable String payload) {
        long now = nowMs();
        int weight = endpoint.weight().applyAsInt(params);
        limits.spend(weight, now);
        int account = authenticate(endpoint, params, keyName, payload, now);
        if (endpoint.isOrder()) {
            limits.spendOrder(now);
        }
        try {
            String result = endpoint.handler().apply(new ApiCall(params, account, now));
            refundSuccess(endpoint, weight, now);
            return result;
        } finally {
            afterCall.run();
        }
    }

    private int authenticate(
            Endpoint endpoint, Params params, @Nullable String keyName, @Nullable String payload, long now) {
        if (endpoint.security() == Endpoint.Security.NONE) {
            return -1;
        }
        ApiKey key = keys.require(keyName);
        if (endpoint.security() == Endpoint.Security.KEY) {
            return key.accountId();
        }
        if (payload != null) {
            params.text("signature");
        }
        KeyRing.checkTime(params, now);
        if (payload != null) {
            keys.checkSignature(key, params, payload);
        }
        if (endpoint.security() == Endpoint.Security.TRADE && !key.canTrade()) {
            throw new ApiError(401, -2015, "Invalid API-key, IP, or permissions for action.");
        }
        return key.accountId();
    }

    /** Spot order calls that succeed cost nothing (Spot change log, 2026-04-02). */
    private void refundSuccess(Endpoint endpoint, int weight, long now) {
        if (product == Product.SPOT && endpoint.security() == Endpoint.Security.TRADE) {
            limits.refund(weight, now);
        }
    }
}
