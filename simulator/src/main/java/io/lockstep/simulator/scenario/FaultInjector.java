package io.lockstep.simulator.scenario;

import io.lockstep.simulator.scenario.FaultKind.Scope;
import io.lockstep.simulator.venue.VenueFace;
import io.lockstep.simulator.wire.ServerPort;
import io.lockstep.simulator.wire.WireFace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Injects the faults of a scenario into one venue: those of frames and requests through the face it wraps around the venue's, those of
 * the venue as a whole when their time comes. Event loop only.
 */
public final class FaultInjector {
    private final VenueFace venue;
    private final FaultPlan plan;
    private final FaultyFace face;
    private final Timer timer;
    private final Map<FaultRule, Phase> phases = new LinkedHashMap<>();

    /**
     * An injector whose scenario begins now.
     *
     * @param nowMs time, milliseconds, never going back
     */
    public FaultInjector(VenueFace venue, ScenarioSettings scenario, Timer timer, LongSupplier nowMs) {
        this.venue = venue;
        this.plan = new FaultPlan(venue.name(), scenario, nowMs);
        this.timer = timer;
        this.face = new FaultyFace(venue.wire(), plan, venue.faults(), timer);
        for (FaultRule rule : plan.rules()) {
            if (rule.kind().scope() == Scope.VENUE) {
                phases.put(rule, Phase.BEFORE);
            }
        }
    }

    private enum Phase {
        BEFORE,
        DURING,
        OVER
    }

    /** The venue's face with the faults around it. */
    public WireFace face() {
        return face;
    }

    /** Lets faults begin and end whose time has come. */
    public void tick(ServerPort port) {
        face.tick();
        phases.replaceAll((rule, phase) -> next(rule, phase, port));
    }

    /** How often each fault happened, in the order of the scenario. */
    public List<FaultCount> counts() {
        List<FaultCount> counts = new ArrayList<>();
        plan.rules().forEach(rule -> counts.add(new FaultCount(venue.name(), rule.kind(), rule.happened())));
        return counts;
    }

    private Phase next(FaultRule rule, Phase phase, ServerPort port) {
        if (phase == Phase.BEFORE && plan.sinceMs() >= rule.beginMs()) {
            begin(rule, port);
            return Phase.DURING;
        }
        if (phase == Phase.DURING && plan.sinceMs() >= rule.endMs()) {
            end(rule, port);
            return Phase.OVER;
        }
        return phase;
    }

    private void begin(FaultRule rule, ServerPort port) {
        if (rule.kind() != FaultKind.DAY_CUT) {
            rule.note();
        }
        switch (rule.kind()) {
            case BAN -> venue.faults().ban(length(rule));
            case CLOCK_SKEW -> venue.faults().skewClock(rule.settings().skewMs());
            case DAY_CUT -> {
                venue.faults().announceShutdown();
                timer.after(rule.settings().delay().toMillis(), () -> face.cut(rule));
            }
            case RESTART -> port.suspend();
            default -> venue.faults().endUserStreams();
        }
    }

    private void end(FaultRule rule, ServerPort port) {
        if (rule.kind() == FaultKind.CLOCK_SKEW) {
            venue.faults().skewClock(0);
        } else if (rule.kind() == FaultKind.RESTART) {
            port.resume();
        }
    }

    private static long length(FaultRule rule) {
        Duration lasts = rule.settings().lasts();
        return lasts == null ? 0 : lasts.toMillis();
    }
}
