package io.lockstep.launcher.tape;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.launcher.tape.capture.CaptureDecoder;
import io.lockstep.launcher.tape.capture.CaptureProduct;
import io.lockstep.launcher.tape.capture.SnapshotPlan;
import io.lockstep.launcher.tape.format.BarSpacing;
import io.lockstep.launcher.tape.format.Decoders;
import io.lockstep.launcher.tape.format.LineDecoder;
import io.lockstep.launcher.tape.source.LineReader;
import io.lockstep.launcher.tape.source.SourceFile;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One source of an import through both readings, with what the first taught about it. */
final class ImportSource {
    private final SourceFile file;
    private final ImportRequest request;
    private final ImportSymbols symbols;
    private final BarSpacing spacing;
    private final SnapshotPlan snapshots = new SnapshotPlan();
    private @Nullable Product product;
    private long lastTimeNs = Long.MIN_VALUE;
    private boolean ordered = true;

    ImportSource(SourceFile file, ImportRequest request, ImportSymbols symbols) {
        this.file = file;
        this.request = request;
        this.symbols = symbols;
        this.spacing = new BarSpacing(request.timeframeSeconds());
    }

    /** Opens it for learning. */
    RecordSource survey(LongConsumer read, LineCounts counts) throws IOException {
        return lines(read, counts, true);
    }

    /** Takes the records of a line while learning. */
    void see(RecordList records) {
        long timeNs = records.firstTimeNs();
        ordered &= timeNs >= lastTimeNs;
        lastTimeNs = timeNs;
    }

    /** Time of the earliest snapshot that no record shows while learning, UTC, nanoseconds. */
    long firstSnapshotNs() {
        return snapshots.firstTimeNs();
    }

    /** Opens it for writing. */
    RecordSource open(LongConsumer read, LineCounts counts) throws IOException {
        spacing.restart();
        RecordSource lines = lines(read, counts, false);
        return ordered || !request.format().isUnordered() ? lines : new SortedSource(lines);
    }

    private RecordSource lines(LongConsumer read, LineCounts counts, boolean learning) throws IOException {
        RecordList records = new RecordList();
        Decoders decoders = new Decoders(records);
        LineDecoder decoder = switch (request.format()) {
            case BINANCE_CAPTURE -> capture(records, learning);
            case BINANCE_TRADES -> decoders.binanceTrades(symbols.ofArchive(file.name()));
            case BINANCE_AGG_TRADES -> decoders.binanceAggTrades(symbols.ofArchive(file.name()));
            case BINANCE_KLINES -> decoders.binanceKlines(symbols.ofArchive(file.name()));
            case LEAN -> decoders.lean(file.name(), file.place(), symbols::of);
            case CSV_TRADES -> decoders.csvTrades(symbols.ofUnnamed(file.name()));
            case CSV_BARS -> decoders.csvBars(symbols.ofUnnamed(file.name()), spacing);
        };
        return new LineSource(new LineReader(file.open(read)), decoder, records, counts);
    }

    private LineDecoder capture(RecordList records, boolean learning) throws IOException {
        Product found = product == null ? product() : product;
        product = found;
        return learning
                ? CaptureDecoder.learning(found, symbols.registry(), snapshots, records)
                : CaptureDecoder.following(found, symbols.registry(), snapshots, records);
    }

    private Product product() throws IOException {
        if (request.venue() == null) {
            return CaptureProduct.detect(file);
        }
        return request.venue() == Venue.BINANCE_USDM ? Product.USDM : Product.SPOT;
    }
}
