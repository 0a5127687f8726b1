package io.lockstep.launcher.session.epoch;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.journal.JournalCatalog;
import io.lockstep.journal.RollFileEntry;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The last stretch of an ended epoch's inputs, with the definitions of its instruments before it. */
final class WarmUp implements RecordSource, AutoCloseable {
    private final Iterator<Instrument> definitions;
    private final JournalFolder.Recording inputs;
    private final long fromNs;

    /**
     * A stretch that ends with the last input.
     *
     * @param queue inputs of the ended epoch
     * @param instruments its instruments
     * @param fromNs where the stretch begins, UTC, nanoseconds
     */
    WarmUp(Path queue, List<Instrument> instruments, long fromNs) {
        this.definitions = instruments.iterator();
        this.fromNs = fromNs;
        inputs = JournalFolder.open(queue, firstSequence(queue, fromNs));
    }

    /** First record of the last roll file that begins before a time. */
    private static long firstSequence(Path queue, long fromNs) {
        long first = 0;
        for (RollFileEntry file : JournalCatalog.list(queue)) {
            if (file.firstSequence() > 0 && file.firstTimeNs() <= fromNs) {
                first = file.firstSequence();
            }
        }
        return first;
    }

    @Override
    public boolean next(EngineEvent into) {
        if (definitions.hasNext()) {
            Definitions.encode(definitions.next(), into, fromNs);
            return true;
        }
        while (inputs.next(into)) {
            // what the ended epoch was itself opened with counts like the rest
            if (into.timeNs() >= fromNs && into.templateId() != EpochOpeningDecoder.TEMPLATE_ID) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        inputs.close();
    }
}
