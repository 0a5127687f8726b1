package io.lockstep.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.scenario.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A thousand scenarios, half at each venue, every kind of fault many times. {@code -Dlockstep.scenarios=N} runs N at each,
 * {@code lockstep simulate-scenarios} any number; a failure names its seeds.
 */
class ScenarioSwarmSystemTest {
    private static final int SEEDS = Integer.getInteger("lockstep.scenarios", 500);
    private static final int PARALLEL = 12;
    private static final Invariant[] PROMISED = {
        Invariant.I1,
        Invariant.I2,
        Invariant.I3,
        Invariant.I4,
        Invariant.I5,
        Invariant.I6,
        Invariant.I7,
        Invariant.I10,
        Invariant.I12,
        Invariant.I13,
        Invariant.I14,
        Invariant.I15,
        Invariant.I16
    };

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ALPACA")
    void shouldHoldWhateverGoesWrong(LoopbackVenue venue) {
        ScenarioTally tally = new ScenarioSwarm(venue, PARALLEL).run(1, SEEDS, () -> false, done -> {});

        assertThat(tally.failed()).isEmpty();
        assertThat(tally.scenarios()).isEqualTo(SEEDS);
        assertThat(tally.traded()).isEqualTo(SEEDS);
        assertThat(tally.faults()).containsOnlyKeys(FaultKind.values());
        assertThat(tally.faults().values()).allMatch(scenarios -> scenarios > 0);
        assertThat(tally.checks()).containsKeys(PROMISED);
    }

    @Test
    void shouldRefuseAVenueWhoseBooksCannotBeLookedAt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScenarioSwarm(LoopbackVenue.ALPACA, 1));
    }
}
