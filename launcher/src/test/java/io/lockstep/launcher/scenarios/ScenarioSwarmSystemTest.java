package io.lockstep.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lockstep.launcher.loopback.LoopbackVenue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Every kind of fault at least once at each venue. {@code -Dlockstep.scenarios=1000} runs more, {@code lockstep simulate-scenarios} any number; a
 * failure names its seeds.
 */
class ScenarioSwarmSystemTest {
    private static final int SEEDS = Integer.getInteger("lockstep.scenarios", 19);
    private static final int PARALLEL = 8;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ALPACA")
    void shouldHoldWhateverGoesWrong(LoopbackVenue venue) {
        ScenarioTally tally = new ScenarioSwarm(venue, PARALLEL).run(1, SEEDS, () -> false, done -> {});

        assertThat(tally.failed()).isEmpty();
        assertThat(tally.scenarios()).isEqualTo(SEEDS);
        assertThat(tally.orders()).isPositive();
        assertThat(tally.fills()).isPositive();
    }

    @Test
    void shouldRefuseAVenueWhoseBooksCannotBeLookedAt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScenarioSwarm(LoopbackVenue.ALPACA, 1));
    }
}
