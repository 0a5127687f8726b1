package io.lockstep.launcher.tape.format;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import java.util.Arrays;
import java.util.List;

/** The formats that can be imported. */
public enum TapeFormat {
    /** Raw Binance market streams: receive time in nanoseconds, a blank, JSON. */
    BINANCE_CAPTURE("binance-capture", Venue.BINANCE_SPOT, AssetClass.SPOT),
    /** Binance's public archive of trades. */
    BINANCE_TRADES("binance-trades", Venue.BINANCE_SPOT, AssetClass.SPOT),
    /** Binance's public archive of aggregate trades. */
    BINANCE_AGG_TRADES("binance-aggtrades", Venue.BINANCE_SPOT, AssetClass.SPOT),
    /** Binance's public archive of bars. */
    BINANCE_KLINES("binance-klines", Venue.BINANCE_SPOT, AssetClass.SPOT),
    /** QuantConnect LEAN's US equity files. */
    LEAN("lean", Venue.SIMULATED, AssetClass.EQUITY),
    /** Trades with named columns. */
    CSV_TRADES("csv-trades", Venue.SIMULATED, AssetClass.SPOT),
    /** Bars with named columns. */
    CSV_BARS("csv-bars", Venue.SIMULATED, AssetClass.SPOT);

    private final String label;
    private final Venue venue;
    private final AssetClass assetClass;

    TapeFormat(String label, Venue venue, AssetClass assetClass) {
        this.label = label;
        this.venue = venue;
        this.assetClass = assetClass;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TapeFormat of(String label) {
        List<String> labels = Arrays.stream(values()).map(TapeFormat::label).toList();
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", labels) + ": " + label);
        }
        return values()[index];
    }

    /** The name on the command line. */
    public String label() {
        return label;
    }

    /** Where its instruments trade unless told otherwise. */
    public Venue venue() {
        return venue;
    }

    /** What its instruments are unless told otherwise. */
    public AssetClass assetClass() {
        return assetClass;
    }

    /** Whether rows may be in any order, so that they must be sorted by time. */
    public boolean isUnordered() {
        return this == CSV_TRADES || this == CSV_BARS;
    }
}
