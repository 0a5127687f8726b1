package io.lockstep.journal.sidefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.journal.AppendingProcess;
import io.lockstep.journal.ChildJvm;
import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalVerifier;
import io.lockstep.journal.Journals;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLockTest {
    @TempDir
    Path directory;

    @Test
    void shouldRefuseSecondWriterInSameProcess() {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, 1);

            assertThatThrownBy(() -> ChronicleEventLog.open(directory, Journals.settings()))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("pid=" + ProcessHandle.current().pid())
                    .hasMessageContaining("start=", "host=");
        }
    }

    @Test
    void shouldRefuseSecondWriterInOtherProcess() throws Exception {
        try (ChildJvm child = ChildJvm.start(AppendingProcess.class, directory.toString())) {
            child.await("appended ");

            assertThatThrownBy(() -> ChronicleEventLog.open(directory, Journals.settings()))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("pid=" + child.pid());
            child.kill();
        }
    }

    @Test
    void shouldStillHoldLockAfterJournalWasVerified() throws Exception {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            Journals.append(log, 10);
            JournalVerifier.verify(directory);

            try (ChildJvm child = ChildJvm.start(AppendingProcess.class, directory.toString())) {
                assertThat(child.await("Exception in thread \"main\" ")).contains("JournalLockedException");
            }
        }
    }

    @Test
    void shouldLetNextWriterInWhenReleased() {
        JournalLock.acquire(directory).close();

        JournalLock second = JournalLock.acquire(directory);

        assertThat(second).isNotNull();
        second.close();
    }
}
