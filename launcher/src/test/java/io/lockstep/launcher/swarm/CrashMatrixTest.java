package io.lockstep.launcher.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashMatrixTest {
    private static final int SECONDS = 60;
    private static final int EVERY = 7;

    @Test
    void shouldStartAgainWhereverItDied() {
        CrashMatrix matrix = new CrashMatrix(SECONDS);

        CrashMatrix.Outcome outcome = matrix.run(EVERY, done -> {});

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.crashes()).isGreaterThan(matrix.records() / EVERY / 2);
    }
}
