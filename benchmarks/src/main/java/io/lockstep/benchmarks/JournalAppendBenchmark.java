package io.lockstep.benchmarks;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.JournalSettings;
import io.lockstep.journal.SealedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.IoUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One record into the journal, seal included; beside the same bytes copied into a mapped file. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalAppendBenchmark {
    private static final int MAPPED_BYTES = 1 << 28;
    private static final int RECORD_BYTES = 128;

    private final EngineEvent event = new EngineEvent();
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private SealedLog log;

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private MappedByteBuffer mapped;

    /** Opens a journal and a mapped file on the same file system. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("lockstep-bench-");
        log = SealedLog.open(folder.resolve("journal"), JournalSettings.defaults());
        try (FileChannel channel = FileChannel.open(
                folder.resolve("raw"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, MAPPED_BYTES);
        }
        new Quotes().write(event);
        event.complete(RECORD_BYTES, event.timeNs());
    }

    /** Removes both. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        log.close();
        IoUtil.unmap(mapped);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(JournalAppendBenchmark::delete);
        }
    }

    /** Seal and append. */
    @Benchmark
    public long appendToJournal() {
        return log.append(event);
    }

    /** Floor: the copy alone, into a file that wraps around. */
    @Benchmark
    public int copyIntoMappedFile() {
        ByteBuffer target = mapped;
        if (target.remaining() < RECORD_BYTES) {
            target.clear();
        }
        target.put(event.buffer().byteArray(), 0, RecordLayout.length(event.buffer(), 0));
        return target.position();
    }

    /** What reading the clock twice costs: a part of every sampled figure. */
    @Benchmark
    public void clockReads() {
        // nothing: in sample mode the harness reads the clock before and after
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
