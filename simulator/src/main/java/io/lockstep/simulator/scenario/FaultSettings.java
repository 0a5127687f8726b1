package io.lockstep.simulator.scenario;

import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.scenario.FaultKind.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a scenario.
 *
 * @param fault what goes wrong
 * @param venue where, as {@code binance-spot}; {@code all} for everywhere
 * @param path part of the path of connections and requests it happens to; null for any
 * @param match part of the frame or request it happens to; null for any
 * @param after time from the start of the venue to its beginning
 * @param lasts how long it can happen, or how long it holds; null for without end
 * @param skip how many that fit are let through first
 * @param every of the others, only every so many-th
 * @param count how often it happens; 0 for without end
 * @param delay how long something is held, or announced before
 * @param skewMs by how much the clock is wrong, milliseconds
 * @param executed whether a request answered with an unknown error is executed
 */
public record FaultSettings(
        @Setting(help = "what goes wrong") FaultKind fault,

        @Setting(help = "venue, as binance-spot, binance-usdm or alpaca; all for every one", fallback = "all")
        String venue,

        @Setting(help = "only connections and requests whose path has this in it") @Nullable
        String path,

        @Setting(help = "only frames and requests that have this text in them") @Nullable
        String match,

        @Setting(help = "begins so long after the start", fallback = "0s", least = "0s", most = "24h")
        Duration after,

        @Setting(help = "ends so long after its beginning; never unless given", least = "1ms", most = "24h") @Nullable
        Duration lasts,

        @Setting(help = "so many that fit are let through first", fallback = "0", least = "0", most = "1000000000")
        long skip,

        @Setting(help = "of the others only every so many-th", fallback = "1", least = "1", most = "1000000000")
        long every,

        @Setting(help = "happens so often; 0 for without end", fallback = "1", least = "0", most = "1000000000")
        long count,

        @Setting(
                help = "how long something is held back, or announced before",
                fallback = "1s",
                least = "0s",
                most = "1h")
        Duration delay,

        @Setting(
                help = "how far the clock is ahead; negative for behind",
                unit = "milliseconds",
                fallback = "0",
                least = "-600000",
                most = "600000")
        long skewMs,

        @Setting(help = "whether a request with an unknown error is executed", fallback = "true")
        boolean executed) {

    private static final List<String> VENUES = List.of("all", "binance-spot", "binance-usdm", "alpaca");

    /** Checks what a kind of fault needs, and that nothing is given that it would not look at. */
    public FaultSettings {
        if (!VENUES.contains(venue)) {
            throw new IllegalArgumentException("must be one of " + VENUES + ": venue=" + venue);
        }
        if (fault == FaultKind.CLOCK_SKEW && skewMs == 0) {
            throw new IllegalArgumentException("must not be 0 for clock-skew: skewMs=0");
        }
        boolean needsEnd = fault == FaultKind.BAN || fault == FaultKind.RESTART;
        if (needsEnd && lasts == null) {
            throw new IllegalArgumentException("must be given for ban and restart: lasts");
        }
        requireUsed(fault, path, match, skip == 0 && every == 1 && count == 1);
    }

    private static void requireUsed(FaultKind fault, @Nullable String path, @Nullable String match, boolean uncounted) {
        Scope scope = fault.scope();
        boolean single = scope == Scope.FRAME || scope == Scope.REQUEST;
        boolean hasPath =
                single || fault == FaultKind.MUTE || fault == FaultKind.HALF_OPEN || fault == FaultKind.DAY_CUT;
        if (path != null && !hasPath) {
            throw new IllegalArgumentException("must not be given for " + fault + ": path=" + path);
        }
        if (!single && (match != null || !uncounted)) {
            throw new IllegalArgumentException(
                    "must not be given for " + fault + ", which holds for a time: match, skip, every, count");
        }
    }

    /** A fault of a kind with all defaults, to be changed by the other methods. */
    public static FaultSettings of(FaultKind kind) {
        boolean needsEnd = kind == FaultKind.BAN || kind == FaultKind.RESTART;
        return new FaultSettings(
                kind,
                "all",
                null,
                null,
                Duration.ZERO,
                needsEnd ? Duration.ofMinutes(2) : null,
                0,
                1,
                1,
                Duration.ofSeconds(1),
                kind == FaultKind.CLOCK_SKEW ? 1_000 : 0,
                true);
    }

    /** The same, only where path and text have these parts; null for any. */
    public FaultSettings where(@Nullable String newPath, @Nullable String newMatch) {
        return new FaultSettings(
                fault, venue, newPath, newMatch, after, lasts, skip, every, count, delay, skewMs, executed);
    }

    /** The same, only within a time. */
    public FaultSettings during(Duration newAfter, @Nullable Duration newLasts) {
        return new FaultSettings(
                fault, venue, path, match, newAfter, newLasts, skip, every, count, delay, skewMs, executed);
    }

    /** The same, so often. */
    public FaultSettings times(long newSkip, long newEvery, long newCount) {
        return new FaultSettings(
                fault, venue, path, match, after, lasts, newSkip, newEvery, newCount, delay, skewMs, executed);
    }

    /** The same with another delay. */
    public FaultSettings by(Duration newDelay) {
        return new FaultSettings(
                fault, venue, path, match, after, lasts, skip, every, count, newDelay, skewMs, executed);
    }

    /** The same with another error of the clock, milliseconds. */
    public FaultSettings skewed(long newSkewMs) {
        return new FaultSettings(
                fault, venue, path, match, after, lasts, skip, every, count, delay, newSkewMs, executed);
    }

    /** The same, with the request not executed. */
    public FaultSettings notExecuted() {
        return new FaultSettings(fault, venue, path, match, after, lasts, skip, every, count, delay, skewMs, false);
    }
}
