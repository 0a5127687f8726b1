package io.lockstep.launcher.session.folder;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tape holds, at a glance.
 *
 * @param instruments instruments defined on it
 * @param firstNs time of the first record, UTC, nanoseconds
 * @param lastNs time of the last record, UTC, nanoseconds
 * @param records number of records
 */
public record TapeSpan(List<Instrument> instruments, long firstNs, long lastNs, long records) {
    /** Copies the list. */
    public TapeSpan {
        instruments = List.copyOf(instruments);
    }

    /** Reads a whole tape. */
    public static TapeSpan of(Path tape) {
        List<Instrument> instruments = new ArrayList<>();
        EngineEvent event = new EngineEvent();
        long first = 0;
        long last = 0;
        long records = 0;
        try (JournalFolder.Recording recording = JournalFolder.open(tape)) {
            while (recording.next(event)) {
                first = records++ == 0 ? event.timeNs() : first;
                last = event.timeNs();
                if (event.templateId() == InstrumentDefinitionDecoder.TEMPLATE_ID) {
                    instruments.add(Definitions.decode(event.buffer(), RecordLayout.MESSAGE_OFFSET));
                }
            }
        }
        return new TapeSpan(instruments, first, last, records);
    }

    /** Recorded time, nanoseconds. */
    public long lengthNs() {
        return lastNs - firstNs;
    }
}
