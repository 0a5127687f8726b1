package io.lockstep.launcher.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.operator.Attempts.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
    private static final long NOW = 1_792_000_000_000L;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("latch/attempts");
    }

    @Test
    void shouldLockOutAfterFiveWrongOnesEvenTheRightOne() {
        fail(Attempts.ALLOWED);

        assertThat(new Attempts(file).attempt(NOW + 59_999, () -> true)).isEqualTo(Outcome.LOCKED_OUT);
        assertThat(new Attempts(file).attempt(NOW + 60_000, () -> true)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void shouldLockAgainAfterEachFurtherWrongOne() {
        fail(Attempts.ALLOWED);

        assertThat(new Attempts(file).attempt(NOW + 60_000, () -> false)).isEqualTo(Outcome.WRONG);
        assertThat(new Attempts(file).attempt(NOW + 60_001, () -> true)).isEqualTo(Outcome.LOCKED_OUT);
    }

    @Test
    void shouldForgetFailuresAfterASuccess() {
        fail(Attempts.ALLOWED - 1);
        new Attempts(file).attempt(NOW, () -> true);
        fail(Attempts.ALLOWED - 1);

        assertThat(new Attempts(file).attempt(NOW, () -> true)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void shouldStayLockedWhenTheClockIsSetBack() {
        fail(Attempts.ALLOWED);

        assertThat(new Attempts(file).attempt(NOW - 86_400_000, () -> true)).isEqualTo(Outcome.LOCKED_OUT);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(new Attempts(file).attempt(NOW, () -> false)).isEqualTo(Outcome.WRONG);
        }
    }
}
