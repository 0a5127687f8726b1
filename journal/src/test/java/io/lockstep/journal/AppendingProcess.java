package io.lockstep.journal;

import io.lockstep.engine.port.SampleRecords;
import java.nio.file.Path;

/** Appends to a journal until it is killed, and says what it has appended. */
public final class AppendingProcess {
    private AppendingProcess() {}

    /**
     * Runs until killed.
     *
     * @param arguments directory of the journal
     */
    public static void main(String[] arguments) {
        try (ChronicleEventLog log = ChronicleEventLog.open(Path.of(arguments[0]), Journals.settings())) {
            SampleRecords records = new SampleRecords(Journals.SEED, 100_000_000, log.lastSequence(), log.lastChain());
            while (true) {
                records.appendTo(log, 10);
                System.out.println("appended " + log.lastSequence());
            }
        }
    }
}
