package io.lockstep.launcher.session.header;

import io.lockstep.launcher.session.folder.JournalFolder;
import java.util.List;

/** The runs a journal's current epoch says it was made of. */
public final class RecordedRuns {
    private RecordedRuns() {}

    /**
     * The first run.
     *
     * @throws IllegalArgumentException if none was journaled
     */
    public static RunHeader first(JournalFolder folder) {
        return atLeastOne(folder, first(folder, 1)).get(0).run();
    }

    /**
     * The last run.
     *
     * @throws IllegalArgumentException if none was journaled
     */
    public static RunHeader last(JournalFolder folder) {
        List<RunHeaderReader.Found> runs = atLeastOne(folder, all(folder));
        return runs.get(runs.size() - 1).run();
    }

    /** The first runs; quick where they stand at the journal's beginning. */
    public static List<RunHeaderReader.Found> first(JournalFolder folder, int most) {
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs())) {
            return new RunHeaderReader().read(inputs, most);
        }
    }

    /** All runs. */
    public static List<RunHeaderReader.Found> all(JournalFolder folder) {
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs())) {
            return new RunHeaderReader().readAll(inputs);
        }
    }

    private static List<RunHeaderReader.Found> atLeastOne(JournalFolder folder, List<RunHeaderReader.Found> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no run has been journaled here: folder=" + folder.path());
        }
        return runs;
    }
}
