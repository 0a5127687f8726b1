package io.lockstep.launcher.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownStormTest {
    @Test
    void shouldNeitherDuplicateNorLoseAnOrderOfUnknownOutcome() {
        UnknownStorm.Outcome outcome = new UnknownStorm().run(1, 2_000, done -> {});

        assertThat(outcome.failed()).isNull();
        assertThat(outcome.unknowns()).isGreaterThanOrEqualTo(2_000);
    }
}
