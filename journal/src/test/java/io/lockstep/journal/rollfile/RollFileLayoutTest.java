package io.lockstep.journal.rollfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.port.SampleRecords;
import io.lockstep.journal.Journals;
import io.lockstep.journal.rollfile.RollFileScanner.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what we know of the file format against what Chronicle writes, with small indexes so that there are many pages. */
class RollFileLayoutTest {
    private static final long TIME_MS = 1_700_000_000_000L;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "TEST4_DAILY, 1", "TEST4_DAILY, 127", "TEST4_DAILY, 128", "TEST4_DAILY, 129", "TEST4_DAILY, 130",
        "TEST4_DAILY, 1000", "TEST4_DAILY, 4000", "TEST8_DAILY, 1", "TEST8_DAILY, 1025", "TEST8_DAILY, 5000",
        "TEST2_DAILY, 500", "TEST_HOURLY, 1000"
    })
    void shouldKnowEveryByteChronicleWrites(TestRollCycles cycle, int records) throws IOException {
        RollFileScanner scanner = write(cycle, records);
        IndexCheck index = new IndexCheck(layout(cycle));

        int seen = scan(scanner, index);

        assertThat(seen).isEqualTo(records);
        try (FileChannel file = FileChannel.open(scanner.file(), StandardOpenOption.READ)) {
            assertThat(index.firstDifference(file, true)).isEqualTo(-1);
            assertThat(index.firstDifference(file, false)).isEqualTo(-1);
        }
        scanner.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 72, 76, 176, 215, 232, 250, 500, 520, 540})
    void shouldNameFirstByteThatDiffers(int at) throws IOException {
        RollFileScanner scanner = write(TestRollCycles.TEST4_DAILY, 300);
        IndexCheck index = new IndexCheck(layout(TestRollCycles.TEST4_DAILY));
        scan(scanner, index);

        try (FileChannel file = FileChannel.open(scanner.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            file.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            file.write(one, at);

            assertThat(index.firstDifference(file, true)).isEqualTo(at);

            index.restore(file);
            assertThat(index.firstDifference(file, true)).isEqualTo(-1);
        }
        scanner.close();
    }

    @Test
    void shouldReadRecordsBehindDamagedIndexPage() throws IOException {
        RollFileScanner scanner = write(TestRollCycles.TEST4_DAILY, 300);
        long page = pageBehind(scanner, 129);
        try (FileChannel file = FileChannel.open(scanner.file(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(100), page);
        }

        try (RollFileScanner again = new RollFileScanner(scanner.file(), layout(TestRollCycles.TEST4_DAILY))) {
            assertThat(scan(again, new IndexCheck(layout(TestRollCycles.TEST4_DAILY))))
                    .isEqualTo(300);
        }
        scanner.close();
    }

    private static long pageBehind(RollFileScanner scanner, int records) {
        for (int i = 0; i < records; i++) {
            scanner.next();
            scanner.accept();
        }
        return scanner.position();
    }

    private static int scan(RollFileScanner scanner, IndexCheck index) {
        int seen = 0;
        while (scanner.next() == Step.RECORD) {
            index.onRecord(scanner.position(), scanner.length());
            scanner.accept();
            seen++;
        }
        return seen;
    }

    private RollFileScanner write(RollCycle cycle, int count) {
        SampleRecords records = new SampleRecords(Journals.SEED, 1);
        Bytes<?> bytes = Bytes.allocateDirect(1024);
        try (SingleChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory.toFile())
                        .rollCycle(cycle)
                        .blockSize(1 << 16)
                        .timeProvider(() -> TIME_MS)
                        .build();
                ExcerptAppender appender = queue.createAppender()) {
            for (int i = 0; i < count; i++) {
                int length = records.next();
                bytes.clear().write(records.buffer().byteArray(), 0, length);
                appender.writeBytes(bytes);
            }
        } finally {
            bytes.releaseLast();
        }
        String name = RollFiles.names(directory).get(0);
        return new RollFileScanner(directory.resolve(name), layout(cycle));
    }

    private static StoreLayout layout(RollCycle cycle) {
        return new StoreLayout(cycle.defaultIndexCount(), cycle.defaultIndexSpacing());
    }
}
