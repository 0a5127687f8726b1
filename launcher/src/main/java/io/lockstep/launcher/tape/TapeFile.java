package io.lockstep.launcher.tape;

import io.lockstep.journal.JournalReader;
import io.lockstep.launcher.tape.inspect.TapeContents;
import io.lockstep.launcher.tape.inspect.TapeInspector;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tapes on disk: journals that hold market data only. */
public final class TapeFile {
    private TapeFile() {}

    /**
     * Makes a new tape.
     *
     * @throws IllegalArgumentException if there is something in the folder already
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static TapeWriter create(Path folder) {
        requireNew(folder);
        return TapeWriter.open(folder);
    }

    /**
     * Refuses a folder that holds something.
     *
     * @throws IllegalArgumentException if it does
     */
    public static void requireNew(Path folder) {
        String[] present = folder.toFile().list();
        if (Files.exists(folder) && (present == null || present.length > 0)) {
            throw new IllegalArgumentException("must be a new or empty folder: tape=" + folder);
        }
    }

    /**
     * Reads a whole tape.
     *
     * @param checkBook whether to rebuild every book and compare its top with the venue's quotes
     * @throws io.lockstep.journal.JournalDamagedException if the tape is not what was written
     */
    public static TapeContents inspect(Path folder, boolean checkBook) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no such tape: " + folder);
        }
        TapeInspector inspector = new TapeInspector(checkBook);
        try (JournalReader reader = JournalReader.open(folder)) {
            while (reader.next()) {
                inspector.see(reader.buffer(), reader.offset());
            }
            reader.requireSound();
        }
        return inspector.finish();
    }
}
