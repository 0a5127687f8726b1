package io.lockstep.gateway.alpaca.marketdata;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;

/**
 * Publishes crypto books and their changes, in parts where a message is longer than a slot. The venue numbers nothing, so updates of
 * an instrument get consecutive numbers here; a change before the first whole book, or one that was lost, leaves a hole in them.
 */
final class BookEvents {
    /** Levels of both sides together that fit into one slot. */
    static final int LEVELS_PER_PART = 50;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final DepthUpdateEncoder depth = new DepthUpdateEncoder();
    private final RingAccess ring;
    private final long[] updateIds;

    BookEvents(RingAccess ring, int instruments) {
        this.ring = ring;
        this.updateIds = new long[instruments];
    }

    /** Publishes one message; false when a level lacks its price or size. */
    boolean publish(TickMessage tick, BookLevels bids, BookLevels asks, boolean whole, long receivedNs) {
        if (!bids.isComplete() || !asks.isComplete()) {
            return false;
        }
        long updateId = ++updateIds[tick.instrumentId];
        int bid = 0;
        int ask = 0;
        int part = 0;
        do {
            int bidCount = Math.min(bids.count() - bid, LEVELS_PER_PART);
            int askCount = Math.min(asks.count() - ask, LEVELS_PER_PART - bidCount);
            EngineEvent event = ring.claim(tick.instrumentId);
            if (event == null) {
                return true;
            }
            boolean last = bid + bidCount == bids.count() && ask + askCount == asks.count();
            encode(event, tick, whole, part++, last, updateId);
            encodeLevels(bids, bid, bidCount, asks, ask, askCount);
            ring.publish(event, depth.limit(), receivedNs);
            bid += bidCount;
            ask += askCount;
        } while (bid < bids.count() || ask < asks.count());
        return true;
    }

    private void encode(EngineEvent event, TickMessage tick, boolean whole, int part, boolean last, long updateId) {
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(tick.instrumentId)
                .kind(whole ? DepthKind.SNAPSHOT : DepthKind.DELTA)
                .part(part)
                .exchangeTimeNs(tick.timeNs)
                .firstUpdateId(updateId)
                .lastUpdateId(updateId)
                .previousUpdateId(updateId - 1);
        depth.flags().clear().last(last);
    }

    private void encodeLevels(BookLevels bids, int bid, int bidCount, BookLevels asks, int ask, int askCount) {
        DepthUpdateEncoder.BidsEncoder bidGroup = depth.bidsCount(bidCount);
        for (int i = bid; i < bid + bidCount; i++) {
            bidGroup.next().price(bids.price(i)).quantity(bids.size(i));
        }
        DepthUpdateEncoder.AsksEncoder askGroup = depth.asksCount(askCount);
        for (int i = ask; i < ask + askCount; i++) {
            askGroup.next().price(asks.price(i)).quantity(asks.size(i));
        }
    }
}
