package io.lockstep.gateway.binance.marketdata;

import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;

/** Quotes waiting for room in the ring: the newest of each instrument, in the order in which instruments began to wait. */
final class PendingQuotes {
    private final Int2ObjectHashMap<Waiting> byInstrument = new Int2ObjectHashMap<>();
    private final IntArrayList order = new IntArrayList();
    private long conflated;

    private static final class Waiting {
        private final QuoteMessage quote = new QuoteMessage();
        private long receivedNs;
        private boolean isWaiting;
        private boolean isConflated;
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    /** Quotes dropped for a newer one so far. */
    long conflated() {
        return conflated;
    }

    void put(QuoteMessage quote, long receivedNs) {
        Waiting waiting = byInstrument.get(quote.instrumentId());
        if (waiting == null) {
            waiting = new Waiting();
            byInstrument.put(quote.instrumentId(), waiting);
        }
        waiting.isConflated = waiting.isWaiting;
        if (waiting.isWaiting) {
            conflated++;
        } else {
            waiting.isWaiting = true;
            order.addInt(quote.instrumentId());
        }
        waiting.receivedNs = receivedNs;
        copy(quote, waiting.quote);
    }

    QuoteMessage first() {
        return waitingFirst().quote;
    }

    long firstReceivedNs() {
        return waitingFirst().receivedNs;
    }

    boolean isFirstConflated() {
        return waitingFirst().isConflated;
    }

    void removeFirst() {
        waitingFirst().isWaiting = false;
        order.removeAt(0);
    }

    private Waiting waitingFirst() {
        return byInstrument.get(order.getInt(0));
    }

    private static void copy(QuoteMessage from, QuoteMessage to) {
        to.instrumentId(from.instrumentId())
                .exchangeTimeNs(from.exchangeTimeNs())
                .updateId(from.updateId())
                .bidPrice(from.bidPrice())
                .bidQuantity(from.bidQuantity())
                .askPrice(from.askPrice())
                .askQuantity(from.askQuantity());
    }
}
