package io.lockstep.journal;

import io.lockstep.engine.port.SampleRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small journals for tests. */
public final class Journals {
    /** Seed of sample records where a test does not choose its own. */
    public static final long SEED = 1_000_003;

    /** Step of event time that puts 360 records into an hour. */
    public static final long TEN_SECONDS_NS = 10_000_000_000L;

    private Journals() {}

    /** Settings with small roll files. */
    public static JournalSettings settings() {
        return JournalSettings.defaults().withBlockBytes(1 << 16).withPretouchAheadBytes(0);
    }

    /** Appends sample records, ten seconds apart, to a journal and leaves it in peace. */
    public static void append(Path directory, int count) {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, settings())) {
            append(log, count);
        }
    }

    /** Appends sample records, ten seconds apart. */
    public static void append(ChronicleEventLog log, int count) {
        new SampleRecords(SEED, TEN_SECONDS_NS, log.lastSequence(), log.lastChain()).appendTo(log, count);
    }

    /** Sequences that can be read. */
    public static List<Long> sequences(Path directory) {
        return sequences(directory, 0);
    }

    /** Sequences that can be read from one on. */
    public static List<Long> sequences(Path directory, long from) {
        List<Long> sequences = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(directory, from)) {
            while (reader.next()) {
                sequences.add(reader.sequence());
            }
            reader.requireSound();
        }
        return sequences;
    }
}
