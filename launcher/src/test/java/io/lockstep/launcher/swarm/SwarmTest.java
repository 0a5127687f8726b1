package io.lockstep.launcher.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole worlds from seeds. A failing one is repeated by {@code ./lockstep simulate-faults --seed N}. */
class SwarmTest {
    private static final int SEEDS = 1_000;

    @Test
    void shouldKeepEveryInvariantInEveryWorld() {
        Swarm.Outcome outcome =
                new Swarm(new Simulation(() -> Workmanship.SOUND, false), 2).run(1, SEEDS, done -> {});

        assertThat(outcome.failed()).isEmpty();
        for (Invariant invariant : Invariant.values()) {
            assertThat(outcome.tally().get("checked " + invariant)).as("checked %s", invariant).isPositive();
        }
        for (Feature feature : Feature.values()) {
            long struck = outcome.tally().get("fault " + feature.name().toLowerCase(Locale.ROOT));
            assertThat(feature.isProperty() || struck > 0).as("struck %s", feature).isTrue();
        }
    }

    @Test
    void shouldGiveTheSameBytesWhenAWorldIsRunAgain() {
        Swarm.Outcome outcome = new Swarm(Simulation.sound(), 2).run(1_001, 1_050, done -> {});

        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.tally().get("runs compared")).isEqualTo(50);
    }

    /** Seeds that once failed. */
    @ParameterizedTest
    @MethodSource("regressions")
    void shouldKeepEveryInvariantWhereOneOnceBroke(long seed) {
        assertThat(Simulation.sound().run(FaultPlan.of(seed)).violation()).isNull();
    }

    static LongStream regressions() {
        return RegressionSeeds.all();
    }

    @Test
    void shouldTradeWhereNothingGoesWrong() {
        SeedResult result = Simulation.sound().run(FaultPlan.quiet(7));

        assertThat(result.violation()).isNull();
        assertThat(result.tally().get("fills")).isPositive();
        assertThat(result.tally().get("unknown outcomes")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Feature.class,
            names = {"REQUEST_LOSS", "REPLY_LOSS", "SERVER_ERROR"})
    void shouldSettleEveryUnknownOutcome(Feature feature) {
        SeedResult result = Simulation.sound().run(FaultPlan.quiet(3).with(feature, 300_000));

        assertThat(result.violation()).isNull();
        assertThat(result.tally().get("unknown outcomes")).isPositive();
    }
}
