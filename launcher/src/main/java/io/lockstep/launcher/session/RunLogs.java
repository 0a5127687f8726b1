package io.lockstep.launcher.session;

import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalSettings;

/**
 * The two logs of a run, open for appending.
 *
 * @param inputs takes inputs
 * @param decisions takes decisions
 */
record RunLogs(EventLog inputs, EventLog decisions) implements AutoCloseable {
    /** Opens both queues of a folder; the second failing closes the first. */
    static RunLogs open(JournalFolder folder, JournalSettings settings) {
        EventLog inputs = ChronicleEventLog.open(folder.inputs(), settings);
        try {
            return new RunLogs(inputs, ChronicleEventLog.open(folder.decisions(), settings));
        } catch (RuntimeException e) {
            inputs.close();
            throw e;
        }
    }

    /** Logs that keep nothing but their chain: for runs nobody wants to read again. */
    static RunLogs none() {
        return new RunLogs(new PastInputs(), new PastInputs());
    }

    @Override
    public void close() {
        try {
            inputs.close();
        } finally {
            decisions.close();
        }
    }
}
