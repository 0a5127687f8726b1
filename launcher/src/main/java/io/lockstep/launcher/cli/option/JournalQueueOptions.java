package io.lockstep.launcher.cli.option;

import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journal of a run: its folder, the epoch, the queue. A tape is a journal by itself. */
public final class JournalQueueOptions {
    /** Which records. */
    enum Queue {
        /** What the engine saw. */
        INPUTS,
        /** What it decided. */
        DECISIONS
    }

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            required = true,
            description = "Journal folder of a run, or a tape.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(
            names = "--queue",
            paramLabel = "inputs|decisions",
            defaultValue = "inputs",
            description = "What the engine saw, or what it decided; default ${DEFAULT-VALUE}.")
    private Queue queue = Queue.INPUTS;

    @Option(names = "--epoch", paramLabel = "N", description = "An epoch that ended; default the current one.")
    private @Nullable Integer epoch;

    /**
     * The directory of the journal.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Path directory() {
        JournalFolder folder = new JournalFolder(journal);
        if (!folder.exists()) {
            return journal;
        }
        JournalFolder chosen = epoch == null
                ? folder.require()
                : new JournalFolder(folder.layout().ended(epoch)).require();
        return queue == Queue.INPUTS ? chosen.inputs() : chosen.decisions();
    }
}
