package io.lockstep.simulator.scenario;

import java.time.Duration;

/** One fault at one venue, with what has fitted and happened so far. Event loop only. */
final class FaultRule {
    private final FaultSettings settings;
    private final long beginMs;
    private final long endMs;
    private long fitted;
    private long happened;

    FaultRule(FaultSettings settings) {
        this.settings = settings;
        this.beginMs = settings.after().toMillis();
        Duration lasts = settings.lasts();
        this.endMs = lasts == null ? Long.MAX_VALUE : beginMs + lasts.toMillis();
    }

    FaultSettings settings() {
        return settings;
    }

    FaultKind kind() {
        return settings.fault();
    }

    long happened() {
        return happened;
    }

    long beginMs() {
        return beginMs;
    }

    long endMs() {
        return endMs;
    }

    /** Whether it holds at a time since the start. */
    boolean isDue(long sinceMs) {
        return sinceMs >= beginMs && sinceMs < endMs;
    }

    boolean fitsPath(String path) {
        String part = settings.path();
        return part == null || path.contains(part);
    }

    /** Whether it happens to this one; each call is one chance. */
    boolean takes(String path, String text, long sinceMs) {
        String part = settings.match();
        boolean fits = isDue(sinceMs) && fitsPath(path) && (part == null || text.contains(part));
        return fits && take();
    }

    /** Counts one chance. */
    boolean take() {
        long chance = fitted++ - settings.skip();
        boolean used = settings.count() > 0 && happened >= settings.count();
        if (chance < 0 || chance % settings.every() != 0 || used) {
            return false;
        }
        happened++;
        return true;
    }

    /** Counts something a state did. */
    void note() {
        happened++;
    }
}
