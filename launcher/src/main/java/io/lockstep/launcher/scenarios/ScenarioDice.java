package io.lockstep.launcher.scenarios;

import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.scenario.ScenarioSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a seed stands for: one to three faults, the first of the kind whose turn it is, and what the trader does. */
final class ScenarioDice {
    private static final int MOST_FAULTS = 3;
    private static final int STEPS_AT_LEAST = 3;
    private static final int STEPS_MORE = 3;
    private static final int STARTING_REQUESTS = 8;
    private static final int FIRST_MS = 50;
    private static final int SPREAD_MS = 450;
    private static final int SHORTEST_MS = 100;
    private static final int LONGER_MS = 300;

    private final LoopbackVenue venue;
    private final long seed;
    private final Random random;
    private long healedMs;

    ScenarioDice(LoopbackVenue venue, long seed) {
        this.venue = venue;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The faults, all of which end by themselves. */
    ScenarioSettings faults() {
        FaultKind[] kinds = FaultKind.values();
        List<FaultSettings> faults = new ArrayList<>();
        faults.add(fault(kinds[Math.floorMod(seed, kinds.length)]));
        int more = random.nextInt(MOST_FAULTS);
        for (int i = 0; i < more; i++) {
            faults.add(fault(kinds[random.nextInt(kinds.length)]));
        }
        healedMs = faults.stream().mapToLong(ScenarioDice::endMs).max().orElse(0);
        return new ScenarioSettings(faults);
    }

    /** After so long from their begin no fault that has a time goes on, milliseconds. */
    long healedMs() {
        return healedMs;
    }

    private static long endMs(FaultSettings fault) {
        return lengthMs(fault.after()) + lengthMs(fault.lasts()) + lengthMs(fault.delay());
    }

    private static long lengthMs(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toMillis();
    }

    /** What the trader does, one after the other. */
    List<ScenarioStep> steps() {
        Random own = new Random(~seed);
        List<ScenarioStep> steps = new ArrayList<>();
        steps.add(ScenarioStep.BUY);
        int more = STEPS_AT_LEAST - 1 + own.nextInt(STEPS_MORE);
        for (int i = 0; i < more; i++) {
            steps.add(ScenarioStep.values()[own.nextInt(ScenarioStep.values().length)]);
        }
        return steps;
    }

    private FaultSettings fault(FaultKind kind) {
        FaultSettings fault = FaultSettings.of(kind);
        return switch (kind) {
            case GAP, DUPLICATE, REORDER, GARBAGE -> frames(fault);
            case SLOW, LATE_FILL -> frames(fault).by(Duration.ofMillis(SHORTEST_MS + random.nextInt(LONGER_MS)));
            case DROP -> frames(fault).times(random.nextInt(20), 1, 1);
            case ERROR, LOST_ANSWER -> requests(fault);
            case UNKNOWN_ERROR -> random.nextBoolean() ? requests(fault) : requests(fault.notExecuted());
            case STALE_ANSWER ->
                fault.where(random.nextBoolean() ? "depth" : "/order", null).times(1, 1, 1 + random.nextInt(2));
            case MUTE, HALF_OPEN -> timed(fault.where(path(), null));
            case TRICKLE, RESTART, BAN -> timed(fault);
            case CLOCK_SKEW -> timed(fault.skewed(random.nextInt(4_001) - 2_000L));
            case STREAM_END -> fault.during(after(), null);
            case DAY_CUT -> fault.during(after(), null).by(Duration.ofMillis(random.nextInt(LONGER_MS)));
        };
    }

    /** Frames of market data, answers or user events. */
    private FaultSettings frames(FaultSettings fault) {
        String user = venue == LoopbackVenue.SPOT ? "executionReport" : "ORDER_TRADE_UPDATE";
        String match = switch (random.nextInt(4)) {
            case 0 -> "depthUpdate";
            case 1 -> "\"b\":";
            case 2 -> user;
            default -> null;
        };
        return fault.where(null, match).times(random.nextInt(8), 1 + random.nextInt(3), 1 + random.nextInt(3));
    }

    private FaultSettings requests(FaultSettings fault) {
        String match = switch (random.nextInt(5)) {
            case 0, 1 -> "order.place";
            case 2 -> "order.cancel";
            case 3 -> "order";
            default -> null;
        };
        // what a program asks while it starts it asks again until it is answered: such faults would only make it start
        // late
        int skip = match == null ? STARTING_REQUESTS : 0;
        return fault.where(null, match).times(skip + random.nextInt(3), 1, 1 + random.nextInt(2));
    }

    private String path() {
        if (venue == LoopbackVenue.SPOT) {
            return random.nextBoolean() ? "/ws-api" : "/stream";
        }
        return List.of("/public", "/private", "/ws-fapi", "/market").get(random.nextInt(4));
    }

    private FaultSettings timed(FaultSettings fault) {
        return fault.during(after(), Duration.ofMillis(SHORTEST_MS + random.nextInt(LONGER_MS)));
    }

    private Duration after() {
        return Duration.ofMillis(FIRST_MS + random.nextInt(SPREAD_MS));
    }
}
