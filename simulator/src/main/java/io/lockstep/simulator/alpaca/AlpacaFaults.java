package io.lockstep.simulator.alpaca;

import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.wire.HttpReply;

/** Faults of the venue as a whole, and its words for those injected around it. */
final class AlpacaFaults implements VenueFaults {
    private static final long NS_PER_MS = 1_000_000L;

    private final AlpacaVenue venue;
    private long bannedUntilNs = Long.MIN_VALUE;
    private long skewNs;

    AlpacaFaults(AlpacaVenue venue) {
        this.venue = venue;
    }

    /** The answer to whoever asks too much. */
    static HttpReply tooMany() {
        return HttpReply.of(429, new ApiError(429, 42910000, "rate limit exceeded").json());
    }

    /** What the stated time is off by, nanoseconds. */
    long skewNs() {
        return skewNs;
    }

    boolean isBanned() {
        return venue.clockNs() < bannedUntilNs;
    }

    @Override
    public HttpReply failure(Failure failure) {
        return switch (failure) {
            case NOT_EXECUTED -> tooMany();
            case UNKNOWN -> HttpReply.of(500, new ApiError(500, 50010000, "internal server error occurred").json());
        };
    }

    @Override
    public String failure(Failure failure, String request) {
        boolean trading = request.contains("\"listen\"") || request.contains("\"authenticate\"");
        return trading
                ? "{\"action\":\"error\",\"data\":{\"error_message\":\"internal server error occurred\"}}"
                : "[{\"T\":\"error\",\"code\":500,\"msg\":\"internal error\"}]";
    }

    @Override
    public boolean isAnswer(String frame) {
        return frame.startsWith("{\"stream\":\"authorization\"")
                || frame.startsWith("{\"stream\":\"listening\"")
                || frame.startsWith("{\"action\":")
                || frame.startsWith("[{\"T\":\"success\"")
                || frame.startsWith("[{\"T\":\"subscription\"")
                || frame.startsWith("[{\"T\":\"error\"");
    }

    @Override
    public boolean isFill(String frame) {
        return frame.contains("\"event\":\"fill\"") || frame.contains("\"event\":\"partial_fill\"");
    }

    @Override
    public void skewClock(long skewMs) {
        skewNs = skewMs * NS_PER_MS;
    }

    @Override
    public void ban(long durationMs) {
        bannedUntilNs = venue.clockNs() + durationMs * NS_PER_MS;
    }

    @Override
    public void endUserStreams() {
        venue.trading().updates().forgetListeners();
    }

    @Override
    public void announceShutdown() {
        // Alpaca cuts without a word
    }
}
