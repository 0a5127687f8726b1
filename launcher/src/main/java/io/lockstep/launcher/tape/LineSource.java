package io.lockstep.launcher.tape;

import io.lockstep.launcher.tape.format.LineDecoder;
import io.lockstep.launcher.tape.format.LineOutcome;
import io.lockstep.launcher.tape.source.LineReader;
import java.io.IOException;

/** Reads and decodes the lines of one source, counting what became of each. */
final class LineSource implements RecordSource {
    private final LineReader lines;
    private final LineDecoder decoder;
    private final RecordList records;
    private final LineCounts counts;
    private boolean ended;

    /**
     * Reads a source.
     *
     * @param records where {@code decoder} publishes
     */
    LineSource(LineReader lines, LineDecoder decoder, RecordList records, LineCounts counts) {
        this.lines = lines;
        this.decoder = decoder;
        this.records = records;
        this.counts = counts;
    }

    @Override
    public boolean advance() throws IOException {
        records.clear();
        while (!ended && records.count() == 0) {
            if (lines.next()) {
                counts.add(decoder.decode(lines.array(), lines.offset(), lines.length()));
            } else {
                end();
            }
        }
        return records.count() > 0;
    }

    private void end() {
        ended = true;
        if (lines.isDamaged()) {
            counts.add(LineOutcome.DAMAGED_FILE);
        }
    }

    @Override
    public RecordList records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
