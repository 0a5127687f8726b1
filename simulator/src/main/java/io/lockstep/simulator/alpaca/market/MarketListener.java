package io.lockstep.simulator.alpaca.market;

/** Told what the public market does, after the market itself has taken it in. Every method does nothing unless overridden. */
public interface MarketListener {
    /** Best bid and ask changed. */
    default void onQuote(Asset asset, Quote quote) {}

    /** Somebody traded. */
    default void onPrint(Asset asset, Print print) {}

    /** A trade was other than printed. */
    default void onCorrection(Asset asset, Print original, Print corrected) {}

    /** A trade never was. */
    default void onCancel(Asset asset, Print original, long timeNs) {}

    /** Trading stops or goes on. */
    default void onHalt(Asset asset, boolean halted, long timeNs) {}

    /** The price bands moved. */
    default void onBands(Asset asset, long down, long up, long timeNs) {}

    /** A bar was closed, changed, or is a day's running one. */
    default void onBar(Asset asset, Bar.Kind kind, Bar bar) {}

    /** A headline. */
    default void onNews(NewsItem item) {}
}
