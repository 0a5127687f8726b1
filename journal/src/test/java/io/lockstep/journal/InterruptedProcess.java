package io.lockstep.journal;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.SampleRecords;
import java.io.IOException;
import java.nio.file.Path;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.wire.DocumentContext;

/** Appends some records, then stops in the middle of one, holding Chronicle's write lock, and waits to be killed. */
public final class InterruptedProcess {
    private InterruptedProcess() {}

    /**
     * Runs.
     *
     * @param arguments directory of the journal, number of records
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Journals.append(directory, Integer.parseInt(arguments[1]));
        OpenedJournal journal = OpenedJournal.open(directory, Journals.settings());
        SampleRecords records =
                new SampleRecords(1, Journals.TEN_SECONDS_NS, journal.lastSequence(), journal.lastChain());
        int length = records.next();
        journal.clock().advanceTo(RecordLayout.timeNs(records.buffer(), 0));
        try (ExcerptAppender appender = journal.queue().createAppender();
                DocumentContext document = appender.writingDocument()) {
            document.wire().bytes().write(records.buffer().byteArray(), 0, length / 2);
            System.out.println("inside");
            System.in.read();
        }
    }
}
