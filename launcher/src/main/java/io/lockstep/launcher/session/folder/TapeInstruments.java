package io.lockstep.launcher.session.folder;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The instruments that tapes and journals describe ahead of their market data. */
public final class TapeInstruments {
    /** A run's journal begins with its configuration: so many records in, the definitions have come. */
    private static final int HEAD_RECORDS = 4_096;

    private TapeInstruments() {}

    /**
     * Reads the heads of recordings.
     *
     * @param recordings tapes, or inputs of journals
     */
    public static List<Instrument> of(List<Path> recordings) {
        List<Instrument> found = new ArrayList<>();
        try (Recordings open = Recordings.open(recordings)) {
            open.sources().forEach(recording -> read(recording, found));
        }
        return found;
    }

    private static void read(RecordSource recording, List<Instrument> found) {
        EngineEvent event = new EngineEvent();
        for (int read = 0; read < HEAD_RECORDS && recording.next(event); read++) {
            if (event.templateId() == InstrumentDefinitionDecoder.TEMPLATE_ID) {
                found.add(Definitions.decode(event.buffer(), RecordLayout.MESSAGE_OFFSET));
            }
        }
    }
}
