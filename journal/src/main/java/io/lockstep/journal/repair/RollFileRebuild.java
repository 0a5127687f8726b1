package io.lockstep.journal.repair;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.rollfile.EndMark;
import io.lockstep.journal.rollfile.RollFileScanner;
import io.lockstep.journal.rollfile.RollFileScanner.Step;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.rollfile.RollPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * Writes the sound records of a damaged roll file into a new file of the same name, through Chronicle, in a scratch folder within the
 * journal.
 */
final class RollFileRebuild implements AutoCloseable {
    private static final String SCRATCH = ".rebuild";
    private static final long LEAST_BLOCK = 1 << 16;

    private final Path scratch;
    private final RollPeriod period;
    private final long blockBytes;

    RollFileRebuild(Path journal, RollPeriod period, long blockBytes) throws IOException {
        this.scratch = journal.resolve(SCRATCH);
        this.period = period;
        this.blockBytes = Math.max(LEAST_BLOCK, blockBytes);
        clear();
        Files.createDirectories(scratch);
    }

    /**
     * Rebuilds a file.
     *
     * @param count number of its records to copy, from the first
     * @param ended whether nothing more may be appended to it
     * @return the new file
     */
    Path rebuild(RollFile file, long count, boolean ended) throws IOException {
        try (RollFileScanner records = new RollFileScanner(file.path(), period.layout());
                SingleChronicleQueue queue = SingleChronicleQueueBuilder.binary(scratch.toFile())
                        .rollCycle(period.rollCycle())
                        .blockSize(blockBytes)
                        .timeProvider(() -> period.startMs(file.cycle()))
                        .build();
                ExcerptAppender appender = queue.createAppender()) {
            copy(records, appender, count);
        }
        Path rebuilt = scratch.resolve(file.name());
        if (ended) {
            EndMark.write(rebuilt, end(rebuilt));
        }
        return rebuilt;
    }

    private static void copy(RollFileScanner records, ExcerptAppender appender, long count) {
        Bytes<?> bytes = Bytes.allocateDirect(RecordLayout.MAX_LENGTH);
        try {
            for (long i = 0; i < count && records.next() == Step.RECORD; i++) {
                bytes.clear();
                bytes.write(records.buffer().byteArray(), records.offset(), records.length());
                appender.writeBytes(bytes);
                records.accept();
            }
        } finally {
            bytes.releaseLast();
        }
    }

    private long end(Path rebuilt) {
        try (RollFileScanner records = new RollFileScanner(rebuilt, period.layout())) {
            while (records.next() == Step.RECORD) {
                records.accept();
            }
            return records.position();
        }
    }

    private void clear() throws IOException {
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }

    @Override
    public void close() throws IOException {
        clear();
    }
}
