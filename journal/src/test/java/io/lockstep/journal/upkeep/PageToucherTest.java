package io.lockstep.journal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalImage;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Journals;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageToucherTest {
    private static final int PAGE = 4096;

    @TempDir
    Path directory;

    private final PageToucher toucher = new PageToucher(16 * PAGE);

    @AfterEach
    void closeToucher() {
        toucher.onClose();
    }

    @Test
    void shouldDoNothingBeforeThereIsAFile() throws IOException {
        assertThat(toucher.doWork()).isZero();
    }

    @Test
    void shouldTouchAheadOnceAndFurtherAsWriterGoesOn() throws IOException {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, 10);
            toucher.follow(directory.resolve("20231114-22F.cq4"));

            int first = toucher.doWork();
            int again = toucher.doWork();
            Journals.append(log, 60);
            int later = toucher.doWork();

            assertThat(first).isEqualTo(16);
            assertThat(again).isZero();
            assertThat(later).isBetween(1, 5);
            assertThat(toucher.pages()).isEqualTo(first + later);
        }
    }

    @Test
    void shouldFollowRollsAndChangeNothing() throws IOException {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            for (int round = 0; round < 100; round++) {
                Journals.append(log, 13);
                for (String file : JournalImage.of(directory).rollFiles()) {
                    toucher.follow(directory.resolve(file));
                    toucher.doWork();
                }
            }
        }

        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
        assertThat(toucher.hasStopped()).isFalse();
    }

    @Test
    void shouldRunBesideTheLogAndStopWithIt() {
        PageToucher running;
        try (ChronicleEventLog log =
                ChronicleEventLog.open(directory, Journals.settings().withPretouchAheadBytes(8 * PAGE))) {
            running = log.pageToucher();
            Journals.append(log, 10);
            await("pages are touched ahead of the writer").until(() -> running.pages() >= 8);
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("journal-page-toucher");
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }
}
