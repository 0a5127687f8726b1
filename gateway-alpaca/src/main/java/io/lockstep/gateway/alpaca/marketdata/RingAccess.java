package io.lockstep.gateway.alpaca.marketdata;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.MarketDataGapEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The way to the ring for what cannot be conflated. What finds no room is lost and counted, and its instrument is reported as having
 * a gap as soon as there is room again, before anything newer of it.
 */
final class RingAccess {
    private static final String REASON = "DATA_LOST";

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MarketDataGapEncoder gap = new MarketDataGapEncoder();
    private final EventPublisher publisher;
    private final DecodeCounters counters;
    private final boolean[] gapped;
    private int gaps;
    private long lastReceivedNs;

    RingAccess(EventPublisher publisher, int instruments, DecodeCounters counters) {
        this.publisher = publisher;
        this.counters = counters;
        this.gapped = new boolean[instruments];
    }

    /** A slot, or null when the ring is full; nothing is noted. */
    @Nullable
    EngineEvent tryClaim() {
        return gaps == 0 ? publisher.tryClaim() : null;
    }

    /** A slot for an event of an instrument, or null when it is lost. */
    @Nullable
    EngineEvent claim(int instrumentId) {
        if (gaps > 0) {
            flush();
        }
        EngineEvent event = tryClaim();
        if (event == null) {
            lose(instrumentId);
        }
        return event;
    }

    void publish(EngineEvent event, int messageEnd, long receivedNs) {
        lastReceivedNs = receivedNs;
        event.complete(messageEnd, receivedNs);
        publisher.publish(event);
    }

    /** Reports a gap of an instrument, at once or as soon as there is room. */
    void gap(int instrumentId, long receivedNs) {
        lastReceivedNs = receivedNs;
        mark(instrumentId);
        flush();
    }

    /** Reports gaps as long as there is room. */
    void flush() {
        for (int id = 0; gaps > 0 && id < gapped.length; id++) {
            if (gapped[id]) {
                EngineEvent event = publisher.tryClaim();
                if (event == null) {
                    return;
                }
                gapped[id] = false;
                gaps--;
                report(event, id);
            }
        }
    }

    private void lose(int instrumentId) {
        counters.count(DecodeIssue.DROPPED);
        mark(instrumentId);
    }

    private void mark(int instrumentId) {
        if (instrumentId >= 0 && !gapped[instrumentId]) {
            gapped[instrumentId] = true;
            gaps++;
        }
    }

    private void report(EngineEvent event, int instrumentId) {
        gap.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .expectedId(MarketDataGapEncoder.expectedIdNullValue())
                .receivedId(MarketDataGapEncoder.receivedIdNullValue())
                .reason(REASON);
        publish(event, gap.limit(), lastReceivedNs);
    }
}
