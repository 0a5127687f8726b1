package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.EventLogContract;
import io.lockstep.engine.port.SampleRecords;
import io.lockstep.journal.rollfile.RollPeriod;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChronicleEventLogTest extends EventLogContract {
    private static final long HOUR_NS = 3_600_000_000_000L;

    @TempDir
    Path directory;

    @Override
    protected EventLog open() {
        return ChronicleEventLog.open(directory, Journals.settings());
    }

    @Override
    protected List<byte[]> stored() {
        List<byte[]> records = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) {
                byte[] bytes = new byte[reader.length()];
                reader.buffer().getBytes(reader.offset(), bytes);
                records.add(bytes);
            }
            reader.requireSound();
        }
        return records;
    }

    @ParameterizedTest
    @EnumSource(RollPeriod.class)
    void shouldStoreWhatChronicleReadsOverRolls(RollPeriod period) {
        SampleRecords records = new SampleRecords(Journals.SEED, 4_000 * period.lengthMs());
        try (EventLog log =
                ChronicleEventLog.open(directory, Journals.settings().withRollEvery(period))) {
            records.appendTo(log, 700);
        }

        List<byte[]> seen = readThroughChronicle(period);

        assertThat(seen).usingRecursiveComparison().isEqualTo(stored());
        assertThat(seen).hasSize(700);
        assertThat(JournalCatalog.list(directory)).hasSizeBetween(3, 4);
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }

    private List<byte[]> readThroughChronicle(RollPeriod period) {
        List<byte[]> seen = new ArrayList<>();
        try (SingleChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory.toFile())
                        .rollCycle(period.rollCycle())
                        .blockSize(Journals.settings().blockBytes())
                        .build();
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        return seen;
                    }
                    Bytes<?> bytes = document.wire().bytes();
                    byte[] copy = new byte[(int) bytes.readRemaining()];
                    bytes.read(copy);
                    seen.add(copy);
                }
            }
        }
    }

    @Test
    void shouldNameFilesForTheTimeOfTheirFirstRecord() {
        Journals.append(directory, 500);

        assertThat(JournalCatalog.list(directory))
                .extracting(RollFileEntry::name)
                .containsExactly("20231114-22F.cq4", "20231114-23F.cq4");
    }

    @Test
    void shouldNotGoBackToAnOlderFileWhenTimeDoes() {
        try (EventLog log = open()) {
            new SampleRecords(Journals.SEED, HOUR_NS).appendTo(log, 3);
            new SampleRecords(Journals.SEED, -HOUR_NS, log.lastSequence(), log.lastChain()).appendTo(log, 3);
        }

        assertThat(Journals.sequences(directory)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
        assertThat(JournalCatalog.list(directory)).hasSize(3);
    }

    @Test
    void shouldAllocateNothingWhenWarm() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
        RecordLayout.length(buffer, 0, 128);

        try (ChronicleEventLog log =
                ChronicleEventLog.open(directory, Journals.settings().withBlockBytes(1 << 26))) {
            RecordChain chain = new RecordChain();
            append(log, chain, buffer, 100_000);
            long least = Long.MAX_VALUE;
            for (int window = 0; window < 5; window++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                append(log, chain, buffer, 50_000);
                // a compiler that changes its mind may show in one window; an append that allocates shows in all
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }

            assertThat(least).isZero();
        }
    }

    private static void append(EventLog log, RecordChain chain, UnsafeBuffer buffer, int count) {
        for (int i = 0; i < count; i++) {
            chain.seal(buffer, 0);
            log.append(buffer, 0, 128);
        }
    }

    @Test
    void shouldRefuseOtherRollPeriodThanTheJournalHas() {
        Journals.append(directory, 1);

        assertThatThrownBy(() ->
                        ChronicleEventLog.open(directory, Journals.settings().withRollEvery(RollPeriod.DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rollEvery=DAY (journal has HOUR)");
    }

    @Test
    void shouldRefuseDamagedJournal() throws Exception {
        Journals.append(directory, 10);
        JournalImage image = JournalImage.of(directory);
        JournalImage.Place sixth = JournalImage.places(directory).get(5);
        image.change(sixth.file())[sixth.end() - 9] ^= 1;
        image.writeTo(directory);

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("sequence=6");
    }
}
