package io.lockstep.launcher.session.folder;

import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalSettings;
import java.util.function.Supplier;

/**
 * The two logs of a run, open for appending.
 *
 * @param inputs takes inputs
 * @param decisions takes decisions
 */
public record RunLogs(EventLog inputs, EventLog decisions) implements AutoCloseable {
    /** Opens both queues of a folder; the second failing closes the first. */
    public static RunLogs open(JournalFolder folder, JournalSettings settings) {
        EventLog inputs = ChronicleEventLog.open(folder.inputs(), settings);
        return both(inputs, () -> ChronicleEventLog.open(folder.decisions(), settings));
    }

    /** Opens both queues of a folder that has them, as they were begun. */
    public static RunLogs openExisting(JournalFolder folder, JournalSettings settings) {
        EventLog inputs = ChronicleEventLog.openExisting(folder.inputs(), settings);
        return both(inputs, () -> ChronicleEventLog.openExisting(folder.decisions(), settings));
    }

    /** Begins both queues of a folder where those of another one end. */
    public static RunLogs beginBehind(
            JournalFolder folder, JournalSettings settings, LogPoint inputsEnd, LogPoint decisionsEnd) {
        EventLog inputs = ChronicleEventLog.beginBehind(folder.inputs(), settings, inputsEnd);
        return both(inputs, () -> ChronicleEventLog.beginBehind(folder.decisions(), settings, decisionsEnd));
    }

    private static RunLogs both(EventLog inputs, Supplier<EventLog> decisions) {
        try {
            return new RunLogs(inputs, decisions.get());
        } catch (RuntimeException e) { // whatever it was, the first does not stay open and locked behind it
            inputs.close();
            throw e;
        }
    }

    /** Where the inputs end now. */
    public LogPoint inputsEnd() {
        return new LogPoint(inputs.lastSequence(), inputs.lastChain());
    }

    /** Where the decisions end now. */
    public LogPoint decisionsEnd() {
        return new LogPoint(decisions.lastSequence(), decisions.lastChain());
    }

    /** Logs that keep nothing but their chain: for runs nobody wants to read again. */
    public static RunLogs none() {
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
