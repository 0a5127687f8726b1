package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir
    Path directory;

    private final FakeDevice device = new FakeDevice();

    @Test
    void shouldForceFileDirectoryAndEveryFileLeftBehind() {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings(), device)) {
            Journals.append(log, 1);
            log.sync();
            Journals.append(log, 700);
            log.sync();

            assertThat(device.forced())
                    .containsExactly(
                            directory.getFileName().toString(),
                            "20231114-22F.cq4",
                            directory.getFileName().toString(),
                            "20231114-22F.cq4",
                            "20231114-23F.cq4",
                            "20231115-00F.cq4");
            assertThat(log.durableSequence()).isEqualTo(701);
        }
    }

    @Test
    void shouldForceNothingWhenNothingIsNew() {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings(), device)) {
            Journals.append(log, 1);
            log.sync();
            int before = device.forced().size();

            log.sync();

            assertThat(device.forced()).hasSize(before);
        }
    }

    @Test
    void shouldNeverVouchNorAppendAgainWhenSyncFailed() {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings(), device)) {
            Journals.append(log, 3);
            device.broken(true);
            assertThatThrownBy(log::sync).isInstanceOf(JournalFailedException.class);
            device.broken(false);

            assertThatThrownBy(log::sync).isInstanceOf(JournalFailedException.class);
            assertThatThrownBy(() -> Journals.append(log, 1)).isInstanceOf(JournalFailedException.class);
            assertThat(log.durableSequence()).isZero();
            assertThat(log.lastSequence()).isEqualTo(3);
        }
    }

    @Test
    void shouldKeepRecordsAppendedBeforeSyncFailed() {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings(), device)) {
            Journals.append(log, 3);
            device.broken(true);
            assertThatThrownBy(log::sync).isInstanceOf(JournalFailedException.class);
        }

        Journals.append(directory, 1);

        assertThat(Journals.sequences(directory)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void shouldSyncByItselfWhenBounded() {
        JournalSettings settings = Journals.settings().withDurability(Durability.BOUNDED);

        try (ChronicleEventLog log = ChronicleEventLog.open(directory, settings, device)) {
            Journals.append(log, 5);

            await("the sync thread vouches for all records").until(() -> log.durableSequence() == 5);
        }
    }

    @Test
    void shouldRefuseAppendsWhenSyncingByItselfFailed() {
        JournalSettings settings = Journals.settings().withDurability(Durability.BOUNDED);
        device.broken(true);

        try (ChronicleEventLog log = ChronicleEventLog.open(directory, settings, device)) {
            await("the sync thread fails and appends are refused").until(() -> isRefused(log));

            assertThat(log.durableSequence()).isZero();
        }
    }

    private static boolean isRefused(ChronicleEventLog log) {
        try {
            Journals.append(log, 1);
            return false;
        } catch (JournalFailedException e) {
            return true;
        }
    }
}
