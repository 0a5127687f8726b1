package io.lockstep.simulator.binance;

import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.ApiSession;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.venue.VenueClock;
import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.wire.HttpReply;

/** Binance's own faults, in its words. (Spot "Errors"; USDⓈ-M "Error Codes" and "HTTP Return Codes".) */
final class BinanceFaults implements VenueFaults {
    private final Product product;
    private final VenueClock clock;
    private final RateLimits limits;
    private final Connections connections;
    private final Runnable endUserStreams;

    BinanceFaults(
            Product product, VenueClock clock, RateLimits limits, Connections connections, Runnable endUserStreams) {
        this.product = product;
        this.clock = clock;
        this.limits = limits;
        this.connections = connections;
        this.endUserStreams = endUserStreams;
    }

    @Override
    public HttpReply failure(Failure failure) {
        ApiError error = error(failure);
        return HttpReply.of(error.status(), error.json());
    }

    @Override
    public String failure(Failure failure, String request) {
        return ApiSession.failure(request, error(failure));
    }

    @Override
    public boolean isAnswer(String frame) {
        return frame.startsWith("{\"id\":") || frame.startsWith("{\"result\":") || frame.startsWith("{\"code\":");
    }

    @Override
    public boolean isFill(String frame) {
        return frame.contains("\"x\":\"TRADE\"") || frame.contains("\"e\":\"TRADE_LITE\"");
    }

    @Override
    public void skewClock(long skewMs) {
        clock.skew(skewMs);
    }

    /** A ban also ends the connections to the WebSocket API; open orders stay. */
    @Override
    public void ban(long durationMs) {
        limits.ban(clock.statedMs() + durationMs);
        connections.cutApi();
    }

    @Override
    public void endUserStreams() {
        endUserStreams.run();
    }

    @Override
    public void announceShutdown() {
        connections.announceShutdown();
    }

    private ApiError error(Failure failure) {
        if (failure == Failure.NOT_EXECUTED) {
            return product.isFutures()
                    ? new ApiError(
                            503,
                            -1008,
                            "Request throttled by system-level protection. Reduce-only/close-position orders are exempt."
                                    + " Please try again.")
                    : new ApiError(
                            503,
                            -1008,
                            "Server is currently overloaded with other requests. Please try again in a few minutes.");
        }
        return product.isFutures()
                ? new ApiError(503, -1000, "Unknown error, please check your request or try again later.")
                : new ApiError(
                        500,
                        -1006,
                        "An unexpected response was received from the message bus. Execution status unknown.");
    }
}
