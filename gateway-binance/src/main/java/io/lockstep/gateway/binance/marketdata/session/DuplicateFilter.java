package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.gateway.binance.marketdata.message.BarMessage;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.LiquidationMessage;
import io.lockstep.gateway.binance.marketdata.message.MarkPriceMessage;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import java.util.Arrays;

/**
 * Lets each message through once, by the ids and times that only grow within a stream, and counts the trades that are missing. Books
 * kept whole pass: their synchronizer has rules of its own. Network thread; allocates nothing.
 */
final class DuplicateFilter implements MarketDataHandler {
    private static final long NONE = Long.MIN_VALUE;

    private final MarketDataHandler next;
    private final boolean contiguousTrades;
    private final boolean wholeBooks;
    private final long[] quoteIds;
    private final long[] tradeIds;
    private final boolean[] tradesResume;
    private final long[] bookIds;
    private final long[] barTimesNs;
    private final long[] markTimesNs;
    private final long[] liquidationTimesNs;
    private long duplicates;
    private long lostTrades;

    /**
     * Makes a filter.
     *
     * @param instruments number of instrument ids, from 0
     * @param contiguousTrades whether trade ids have no holes, so that one shows a loss
     * @param wholeBooks whether depth messages go to synchronizers
     */
    DuplicateFilter(MarketDataHandler next, int instruments, boolean contiguousTrades, boolean wholeBooks) {
        this.next = next;
        this.contiguousTrades = contiguousTrades;
        this.wholeBooks = wholeBooks;
        quoteIds = filled(instruments);
        tradeIds = filled(instruments);
        tradesResume = new boolean[instruments];
        bookIds = filled(instruments);
        barTimesNs = filled(instruments);
        markTimesNs = filled(instruments);
        liquidationTimesNs = filled(instruments);
    }

    /** Messages seen before and dropped. */
    long duplicates() {
        return duplicates;
    }

    /** Trades whose ids were skipped. */
    long lostTrades() {
        return lostTrades;
    }

    /** The connection was lost: whatever comes next is new, even if the venue counts anew. */
    void onDisconnected() {
        for (long[] memory : new long[][] {quoteIds, bookIds, barTimesNs, markTimesNs, liquidationTimesNs}) {
            Arrays.fill(memory, NONE);
        }
        Arrays.fill(tradesResume, true);
    }

    @Override
    public boolean onQuote(QuoteMessage quote, long receivedNs) {
        return isOld(quoteIds, quote.instrumentId(), quote.updateId()) || next.onQuote(quote, receivedNs);
    }

    @Override
    public boolean onTrade(TradeMessage trade, long receivedNs) {
        int id = trade.instrumentId();
        long before = tradeIds[id];
        boolean resumes = tradesResume[id];
        if (trade.lastTradeId() <= before && !resumes) {
            duplicates++;
            return true;
        }
        if (contiguousTrades && before != NONE && trade.firstTradeId() > before + 1) {
            lostTrades += trade.firstTradeId() - before - 1;
        }
        tradesResume[id] = false;
        tradeIds[id] = trade.lastTradeId();
        return next.onTrade(trade, receivedNs);
    }

    @Override
    public boolean onDepth(DepthMessage depth, long receivedNs) {
        boolean old = !wholeBooks && isOld(bookIds, depth.instrumentId(), depth.lastUpdateId());
        return old || next.onDepth(depth, receivedNs);
    }

    @Override
    public boolean onBar(BarMessage bar, long receivedNs) {
        return isOld(barTimesNs, bar.instrumentId(), bar.openTimeNs()) || next.onBar(bar, receivedNs);
    }

    @Override
    public boolean onMarkPrice(MarkPriceMessage markPrice, long receivedNs) {
        return isOld(markTimesNs, markPrice.instrumentId(), markPrice.exchangeTimeNs())
                || next.onMarkPrice(markPrice, receivedNs);
    }

    @Override
    public boolean onLiquidation(LiquidationMessage liquidation, long receivedNs) {
        return isOld(liquidationTimesNs, liquidation.instrumentId(), liquidation.exchangeTimeNs())
                || next.onLiquidation(liquidation, receivedNs);
    }

    private boolean isOld(long[] memory, int instrumentId, long id) {
        if (id <= memory[instrumentId]) {
            duplicates++;
            return true;
        }
        memory[instrumentId] = id;
        return false;
    }

    private static long[] filled(int instruments) {
        long[] memory = new long[instruments];
        Arrays.fill(memory, NONE);
        return memory;
    }
}
