package io.lockstep.gateway.alpaca.marketdata;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;

/**
 * Publishes quotes; while the ring is full it keeps the newest of each instrument and counts the older ones it replaces.
 */
final class QuoteConflation {
    private static final int FIELDS = 6;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TopOfBookEncoder quote = new TopOfBookEncoder();
    private final RingAccess ring;
    private final DecodeCounters counters;
    private final long[] waiting;
    private final boolean[] isWaiting;
    private int waitingCount;

    QuoteConflation(RingAccess ring, int instruments, DecodeCounters counters) {
        this.ring = ring;
        this.counters = counters;
        this.waiting = new long[instruments * FIELDS];
        this.isWaiting = new boolean[instruments];
    }

    void publish(TickMessage tick, long receivedNs) {
        EngineEvent event = ring.tryClaim();
        if (event == null) {
            keep(tick, receivedNs);
        } else {
            forget(tick.instrumentId);
            encode(event, tick.instrumentId, tick.timeNs, false)
                    .bidPrice(tick.bidPrice)
                    .bidQuantity(tick.bidSize)
                    .askPrice(tick.askPrice)
                    .askQuantity(tick.askSize);
            ring.publish(event, quote.limit(), receivedNs);
        }
    }

    /** Publishes waiting quotes as long as there is room. */
    void flush() {
        for (int id = 0; waitingCount > 0 && id < isWaiting.length; id++) {
            if (isWaiting[id]) {
                EngineEvent event = ring.tryClaim();
                if (event == null) {
                    return;
                }
                isWaiting[id] = false;
                waitingCount--;
                publishWaiting(event, id);
            }
        }
    }

    private void publishWaiting(EngineEvent event, int id) {
        int at = id * FIELDS;
        encode(event, id, waiting[at], true)
                .bidPrice(waiting[at + 1])
                .bidQuantity(waiting[at + 2])
                .askPrice(waiting[at + 3])
                .askQuantity(waiting[at + 4]);
        ring.publish(event, quote.limit(), waiting[at + 5]);
    }

    private void keep(TickMessage tick, long receivedNs) {
        int at = tick.instrumentId * FIELDS;
        waiting[at] = tick.timeNs;
        waiting[at + 1] = tick.bidPrice;
        waiting[at + 2] = tick.bidSize;
        waiting[at + 3] = tick.askPrice;
        waiting[at + 4] = tick.askSize;
        waiting[at + 5] = receivedNs;
        if (isWaiting[tick.instrumentId]) {
            counters.count(DecodeIssue.CONFLATED);
        } else {
            isWaiting[tick.instrumentId] = true;
            waitingCount++;
        }
    }

    /** A waiting quote is older than the one being published: it must not come behind it. */
    private void forget(int instrumentId) {
        if (isWaiting[instrumentId]) {
            counters.count(DecodeIssue.CONFLATED);
            isWaiting[instrumentId] = false;
            waitingCount--;
        }
    }

    private TopOfBookEncoder encode(EngineEvent event, int instrumentId, long timeNs, boolean conflated) {
        quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .exchangeTimeNs(timeNs)
                .updateId(TopOfBookEncoder.updateIdNullValue());
        quote.flags().clear().conflated(conflated);
        return quote;
    }
}
