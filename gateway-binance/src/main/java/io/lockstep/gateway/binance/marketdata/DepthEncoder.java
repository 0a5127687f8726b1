package io.lockstep.gateway.binance.marketdata;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;

/**
 * Writes a depth message into as many slots as it needs: all bids, then all asks, each part with the ids of the whole and the last
 * one flagged.
 */
final class DepthEncoder {
    /** Levels that fit into one slot beside the frame, the fixed block and two group headers. */
    static final int LEVELS_PER_PART = (RecordLayout.MAX_LENGTH
                    - RecordLayout.BODY_OFFSET
                    - DepthUpdateEncoder.BLOCK_LENGTH
                    - 2 * DepthUpdateEncoder.BidsEncoder.HEADER_SIZE)
            / DepthUpdateEncoder.BidsEncoder.sbeBlockLength();

    private final EventPublisher publisher;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final DepthUpdateEncoder encoder = new DepthUpdateEncoder();
    private long published;

    DepthEncoder(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Parts published so far. */
    long published() {
        return published;
    }

    /** Publishes all parts; false if the ring became full, perhaps after some parts: then the book has a gap. */
    boolean publish(DepthMessage depth, long receivedNs) {
        int bids = depth.bids().size();
        int levels = bids + depth.asks().size();
        int part = 0;
        int from = 0;
        do {
            EngineEvent event = publisher.tryClaim();
            if (event == null) {
                return false;
            }
            int to = Math.min(levels, from + LEVELS_PER_PART);
            encodeFixed(event, depth, part++, to == levels);
            putBids(depth.bids(), Math.min(from, bids), Math.min(to, bids));
            putAsks(depth.asks(), Math.max(from, bids) - bids, Math.max(to, bids) - bids);
            event.complete(encoder.limit(), receivedNs);
            publisher.publish(event);
            published++;
            from = to;
        } while (from < levels);
        return true;
    }

    private void encodeFixed(EngineEvent event, DepthMessage depth, int part, boolean last) {
        encoder.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                .instrumentId(depth.instrumentId())
                .kind(depth.isSnapshot() ? DepthKind.SNAPSHOT : DepthKind.DELTA)
                .part(part)
                .exchangeTimeNs(depth.exchangeTimeNs())
                .firstUpdateId(depth.firstUpdateId())
                .lastUpdateId(depth.lastUpdateId())
                .previousUpdateId(depth.previousUpdateId());
        encoder.flags().clear().last(last);
    }

    private void putBids(DepthMessage.Levels levels, int from, int to) {
        DepthUpdateEncoder.BidsEncoder group = encoder.bidsCount(to - from);
        for (int i = from; i < to; i++) {
            group.next().price(levels.price(i)).quantity(levels.quantity(i));
        }
    }

    private void putAsks(DepthMessage.Levels levels, int from, int to) {
        DepthUpdateEncoder.AsksEncoder group = encoder.asksCount(to - from);
        for (int i = from; i < to; i++) {
            group.next().price(levels.price(i)).quantity(levels.quantity(i));
        }
    }
}
