package io.lockstep.launcher.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownStormTest {
    @Test
    void shouldNeitherDuplicateNorLoseAnOrderOfUnknownOutcome() {
        UnknownStorm.Outcome outcome = new UnknownStorm(2).run(1, 10_000, done -> {});

        assertThat(outcome.failed()).isNull();
        assertThat(outcome.unknowns()).isGreaterThanOrEqualTo(10_000);
    }
}
