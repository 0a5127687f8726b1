package io.lockstep.launcher.tape;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.tape.format.SymbolRegistry;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which instrument a source is about: as told, or as its name says. */
final class ImportSymbols {
    /** {@code BTCUSDT-trades-2024-08-08.csv}, {@code BTCUSDT_240628-1m-2024-06.csv}. */
    private static final Pattern ARCHIVE = Pattern.compile("([A-Z0-9_]{2,32})-.*");

    private final ImportRequest request;
    private final SymbolRegistry registry = new SymbolRegistry();

    ImportSymbols(ImportRequest request) {
        this.request = request;
    }

    /** The instruments seen so far. */
    SymbolRegistry registry() {
        return registry;
    }

    /** The instrument of an archive whose file name starts with the symbol. */
    int ofArchive(String fileName) {
        Matcher matcher = ARCHIVE.matcher(fileName);
        return of(matcher.matches() ? matcher.group(1) : null, fileName);
    }

    /** The instrument of a file that does not name it. */
    int ofUnnamed(String fileName) {
        return of(null, fileName);
    }

    /** The instrument of a symbol. */
    int of(String symbol) {
        return registry.idOf(symbol, venue(), assetClass());
    }

    private int of(@Nullable String named, String fileName) {
        String symbol = request.symbol() == null ? named : request.symbol().toUpperCase(Locale.ROOT);
        if (symbol == null) {
            throw new IllegalArgumentException(
                    "the file does not name its symbol, give it with --symbol: file=" + fileName);
        }
        return of(symbol);
    }

    private Venue venue() {
        return request.venue() == null ? request.format().venue() : request.venue();
    }

    private AssetClass assetClass() {
        if (request.assetClass() != null) {
            return request.assetClass();
        }
        return venue() == Venue.BINANCE_USDM
                ? AssetClass.PERPETUAL
                : request.format().assetClass();
    }
}
