package io.lockstep.launcher.tape;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.tape.inspect.EventCounts;
import io.lockstep.launcher.tape.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Makes a tape from recordings: reads them once to learn the instruments, then once more to write, merged by time. Used once.
 *
 * <pre>
 *   file ─► LineReader ─► LineDecoder ─► RecordList ─┐
 *   file ─► LineReader ─► LineDecoder ─► RecordList ─┴─► earliest first ─► TapeWriter
 * </pre>
 */
public final class TapeImporter {
    private final ImportRequest request;
    private final ImportProgress progress;
    private final List<ImportSource> sources = new ArrayList<>();
    private final ImportSymbols symbols;
    private final InstrumentSurvey survey = new InstrumentSurvey();
    private final EventCounts counts = new EventCounts();
    private long total;
    private long read;

    /**
     * Prepares an import.
     *
     * @throws IOException if a file cannot be read
     */
    public TapeImporter(ImportRequest request, ImportProgress progress) throws IOException {
        this.request = request;
        this.progress = progress;
        this.symbols = new ImportSymbols(request);
        for (SourceFile file : SourceFile.of(request.files())) {
            sources.add(new ImportSource(file, request, symbols));
            total += file.size();
        }
    }

    /**
     * Reads the sources and writes the tape. Where no line gives an event no tape is made.
     *
     * @param out folder of the tape, new or empty
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if the folder holds something, or a file's name does not say what its format's must
     */
    public ImportResult run(Path out) throws IOException {
        TapeFile.requireNew(out);
        LineCounts learned = new LineCounts();
        learn(learned);
        if (survey.firstTimeNs() == Long.MAX_VALUE) {
            return result(learned, 0, 0, List.of());
        }
        List<Instrument> instruments = instruments();
        LineCounts lines = new LineCounts();
        try (TapeWriter tape = TapeFile.create(out)) {
            define(instruments, tape);
            write(tape, lines);
            return result(lines, tape.written(), tape.clockSteps(), instruments);
        }
    }

    private ImportResult result(LineCounts lines, long records, long clockSteps, List<Instrument> instruments) {
        return new ImportResult(
                lines.lines(),
                counts.messages(),
                records,
                counts.byType(),
                lines.rejected(),
                lines.skipped(),
                clockSteps,
                instruments);
    }

    private void learn(LineCounts lines) throws IOException {
        for (ImportSource source : sources) {
            try (RecordSource records = source.survey(bytes -> report("scanning", bytes), lines)) {
                while (records.advance()) {
                    source.see(records.records());
                    survey.see(records.records());
                }
            }
        }
    }

    private List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>();
        symbols.registry().entries().forEach(entry -> {
            int id = instruments.size();
            instruments.add(request.traits().instrument(id, entry, survey.steps(id)));
        });
        return instruments;
    }

    private void define(List<Instrument> instruments, TapeWriter tape) {
        EngineEvent event = new EngineEvent();
        long firstNs =
                sources.stream().mapToLong(ImportSource::firstSnapshotNs).reduce(survey.firstTimeNs(), Math::min);
        for (Instrument instrument : instruments) {
            Definitions.encode(instrument, event, firstNs);
            tape.write(event.buffer(), 0);
        }
    }

    private void write(TapeWriter tape, LineCounts lines) throws IOException {
        read = 0;
        PriorityQueue<Head> heads = new PriorityQueue<>(Head.BY_TIME);
        try {
            for (ImportSource source : sources) {
                RecordSource records = source.open(bytes -> report("writing", bytes), lines);
                pushIfAny(heads, new Head(heads.size(), records));
            }
            while (!heads.isEmpty()) {
                Head head = heads.remove();
                write(tape, head.source.records());
                pushIfAny(heads, head);
            }
        } finally {
            for (Head head : heads) {
                head.source.close();
            }
        }
    }

    private static void pushIfAny(PriorityQueue<Head> heads, Head head) throws IOException {
        if (head.source.advance()) {
            head.timeNs = head.source.records().firstTimeNs();
            heads.add(head);
        } else {
            head.source.close();
        }
    }

    private void write(TapeWriter tape, RecordList records) {
        for (int i = 0; i < records.count(); i++) {
            tape.write(records.buffer(), records.offset(i));
            counts.see(records.buffer(), records.offset(i));
        }
    }

    private void report(String phase, long bytes) {
        read += bytes;
        progress.onRead(phase, read, total);
    }

    /** A source and the time of its next records. */
    private static final class Head {
        static final Comparator<Head> BY_TIME =
                Comparator.<Head>comparingLong(head -> head.timeNs).thenComparingInt(head -> head.index);

        private final int index;
        private final RecordSource source;
        private long timeNs;

        Head(int index, RecordSource source) {
            this.index = index;
            this.source = source;
        }
    }
}
