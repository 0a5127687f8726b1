package io.lockstep.launcher.loopback.feed;

import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.tape.ImportProgress;
import io.lockstep.simulator.server.VenueServer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The course of a check: the tapes begin when every venue is subscribed to, and it is over when what they sent has come. One thread. */
final class FeedPlay {
    private static final String FRAMES = ".frames_";
    private static final String CONTROL = "frames_control";
    private static final long GRACE_NS = TimeUnit.SECONDS.toNanos(5);

    private final VenueServer server;
    private final Set<LoopbackVenue> venues;
    private final FeedWatcher watcher;
    private final ImportProgress progress;
    private final long messages;
    private @Nullable VenueGateway gateways;
    private long begunNs;
    private long playedNs;

    /** @param messages what is on the tapes, for the progress */
    FeedPlay(
            VenueServer server,
            Set<LoopbackVenue> venues,
            FeedWatcher watcher,
            ImportProgress progress,
            long messages) {
        this.server = server;
        this.venues = venues;
        this.watcher = watcher;
        this.progress = progress;
        this.messages = messages;
    }

    void watch(VenueGateway newGateways) {
        gateways = newGateways;
    }

    FeedWatcher watcher() {
        return watcher;
    }

    /** How long the tapes were played, seconds. */
    double seconds() {
        return playedNs == 0 ? 0 : (playedNs - begunNs) / 1e9;
    }

    /** Begins to play once all venues are up; says whether everything sent has come, or is not coming any more. */
    boolean isOver() {
        long now = System.nanoTime();
        if (begunNs == 0) {
            begin(now);
            return false;
        }
        long sent = sent();
        progress.onRead("playing", sent, messages);
        if (playedNs == 0 && server.isPlayed()) {
            playedNs = System.nanoTime();
        }
        return playedNs != 0 && (received() >= sent() || now - playedNs > GRACE_NS);
    }

    private void begin(long now) {
        if (watcher.venuesUp() == venues.size()) {
            begunNs = now;
            server.play();
        }
    }

    private long sent() {
        return venues.stream()
                .flatMap(venue -> server.sent(venue.label()).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private long received() {
        VenueGateway asked = gateways;
        return asked == null
                ? 0
                : asked.counters().entrySet().stream()
                        .filter(each ->
                                each.getKey().contains(FRAMES) && !each.getKey().endsWith(CONTROL))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
