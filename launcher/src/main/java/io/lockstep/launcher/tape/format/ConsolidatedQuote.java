package io.lockstep.launcher.tape.format;

/**
 * The best bid and ask over exchanges, each of which states its own. The size at the best price is the sum over the exchanges that show
 * it.
 */
final class ConsolidatedQuote {
    private static final int EXCHANGES = 26;

    private final long[] bids = new long[EXCHANGES];
    private final long[] bidSizes = new long[EXCHANGES];
    private final long[] asks = new long[EXCHANGES];
    private final long[] askSizes = new long[EXCHANGES];

    /** An exchange's best bid now; a size of 0 withdraws it. */
    void bid(int exchange, long price, long size) {
        bids[exchange] = size == 0 ? 0 : price;
        bidSizes[exchange] = size;
    }

    /** An exchange's best ask now; a size of 0 withdraws it. */
    void ask(int exchange, long price, long size) {
        asks[exchange] = size == 0 ? 0 : price;
        askSizes[exchange] = size;
    }

    /** Writes the best of both sides into a quote; false if it already stood there. */
    boolean update(QuoteRow quote) {
        long bid = 0;
        long ask = 0;
        for (int i = 0; i < EXCHANGES; i++) {
            bid = Math.max(bid, bids[i]);
            ask = asks[i] > 0 && (ask == 0 || asks[i] < ask) ? asks[i] : ask;
        }
        long bidSize = sizeAt(bids, bidSizes, bid);
        long askSize = sizeAt(asks, askSizes, ask);
        boolean changed = bid != quote.bidPrice
                || ask != quote.askPrice
                || bidSize != quote.bidQuantity
                || askSize != quote.askQuantity;
        quote.bidPrice = bid;
        quote.bidQuantity = bidSize;
        quote.askPrice = ask;
        quote.askQuantity = askSize;
        return changed;
    }

    private static long sizeAt(long[] prices, long[] sizes, long price) {
        long size = 0;
        for (int i = 0; price > 0 && i < EXCHANGES; i++) {
            size += prices[i] == price ? sizes[i] : 0;
        }
        return size;
    }
}
