package io.lockstep.simulator.alpaca.market;

/** Takes what a tape or a seed says, in the order of time. */
public interface TickSink {
    /** Best bid and ask changed. */
    void onQuote(Asset asset, Quote quote);

    /** Somebody traded. */
    void onPrint(Asset asset, Print print);

    /** A trade was other than printed. */
    void onCorrection(Asset asset, long originalId, Print corrected);

    /** A trade never was. */
    void onCancel(Asset asset, long originalId, long timeNs);

    /** Trading stops or goes on. */
    void onHalt(Asset asset, boolean halted, long timeNs);

    /** The price bands of limit up and limit down moved, quote currency, E8. */
    void onBands(Asset asset, long down, long up, long timeNs);

    /** A headline. */
    void onNews(NewsItem item);
}
