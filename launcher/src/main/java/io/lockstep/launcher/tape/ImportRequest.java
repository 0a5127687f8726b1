package io.lockstep.launcher.tape;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param format format of all files
 * @param files the files, plain, gzip or zip
 * @param symbol symbol of all data, where the files do not name it; null to take it from them
 * @param venue where the instruments trade; null for the format's own
 * @param assetClass what the instruments are; null for the format's own
 * @param timeframeSeconds length of the bars of {@code csv-bars}, seconds; 0 to find out
 * @param traits what else is known about the instruments
 */
public record ImportRequest(
        TapeFormat format,
        List<Path> files,
        @Nullable String symbol,
        @Nullable Venue venue,
        @Nullable AssetClass assetClass,
        int timeframeSeconds,
        InstrumentTraits traits) {

    /** Copies the list. */
    public ImportRequest {
        files = List.copyOf(files);
    }

    /** A request that leaves everything but the symbol to the files. */
    public static ImportRequest of(TapeFormat format, List<Path> files, @Nullable String symbol) {
        return new ImportRequest(format, files, symbol, null, null, 0, InstrumentTraits.UNKNOWN);
    }
}
