package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledWriterTest {
    private static final long UNLOCKED = Long.MIN_VALUE;

    @TempDir
    Path directory;

    @Test
    void shouldLoseNoAppendedRecordWhenKilled() throws Exception {
        SplittableRandom random = new SplittableRandom(7);

        for (int round = 0; round < 3; round++) {
            long appended = appendUntilKilled(random.nextInt(1, 3_000));

            Verification found = JournalVerifier.verify(directory);
            assertThat(found.damages()).isEmpty();
            assertThat(found.lastSequence()).isGreaterThanOrEqualTo(appended);
        }
        long before = JournalVerifier.verify(directory).lastSequence();
        Journals.append(directory, 10);

        assertThat(Journals.sequences(directory)).hasSize(Math.toIntExact(before + 10));
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }

    private long appendUntilKilled(int more) throws Exception {
        try (ChildJvm child = ChildJvm.start(AppendingProcess.class, directory.toString())) {
            long appended = Long.parseLong(child.await("appended "));
            for (long target = appended + more; appended < target; ) {
                appended = Long.parseLong(child.await("appended "));
            }
            child.kill();
            return appended;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 700})
    void shouldOpenAtOnceWithSameProcessIdAfterKillInsideAppend(int records) throws Exception {
        try (ChildJvm child =
                ChildJvm.start(InterruptedProcess.class, directory.toString(), Integer.toString(records))) {
            child.await("inside");
            child.kill();
            pretendLockIsOurs(child.pid());
        }

        Journals.append(directory, 5);

        assertThat(Journals.sequences(directory)).hasSize(records + 5);
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }

    /** Chronicle's lock names its holder's process id; a container would give our JVM the same one. */
    private void pretendLockIsOurs(long pid) throws IOException {
        Path table = directory.resolve("metadata.cq4t");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(table)).order(ByteOrder.LITTLE_ENDIAN);
        String name = "chronicle.write.lock";
        int at = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        at = at + Long.BYTES & -Long.BYTES;
        long holder = bytes.getLong(at);
        assertThat(holder).isNotEqualTo(UNLOCKED);
        assertThat((int) holder).isEqualTo((int) pid);
        bytes.putInt(at, (int) ProcessHandle.current().pid());
        Files.write(table, bytes.array());
    }
}
