package io.lockstep.journal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.journal.upkeep.FreeSpace.State;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeSpaceTest {
    private static final long SECOND_NS = 1_000_000_000;

    private final FakeProbe probe = new FakeProbe();
    private long nowNs;

    @ParameterizedTest
    @CsvSource({
        "10000, 2000, OK",
        "10000, 1000, OK",
        "10000, 999, LOW",
        "10000, 300, LOW",
        "10000, 299, CRITICAL",
        "10000, 0, CRITICAL",
        "100000, 4999, LOW",
        "100000, 5000, OK"
    })
    void shouldJudgeByBytesAndByShare(long total, long free, State expected) {
        probe.total = total;
        probe.free = free;

        assertThat(freeSpace().state()).isEqualTo(expected);
    }

    @Test
    void shouldSampleEachSecond() {
        FreeSpace space = freeSpace();
        probe.free = 500;

        nowNs = SECOND_NS - 1;
        space.doWork();
        State before = space.state();
        nowNs = SECOND_NS;
        space.doWork();

        assertThat(before).isEqualTo(State.OK);
        assertThat(space.state()).isEqualTo(State.LOW);
        assertThat(space.freeBytes()).isEqualTo(500);
        assertThat(space.samples()).isEqualTo(2);
        assertThat(space.changes()).isEqualTo(1);
    }

    @Test
    void shouldCountAsUsedUpWhenItCannotBeRead() {
        probe.broken = true;

        FreeSpace space = freeSpace();

        assertThat(space.state()).isEqualTo(State.CRITICAL);
        assertThat(space.failures()).isEqualTo(1);
    }

    private FreeSpace freeSpace() {
        return new FreeSpace(probe, () -> nowNs, 1_000, 5, 300);
    }

    private static final class FakeProbe implements FreeSpace.Probe {
        private long free = 5_000;
        private long total = 10_000;
        private boolean broken;

        @Override
        public long usableBytes() throws IOException {
            if (broken) {
                throw new IOException("no such device");
            }
            return free;
        }

        @Override
        public long totalBytes() {
            return total;
        }
    }
}
