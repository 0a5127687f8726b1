package io.lockstep.launcher.tape.format;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.BarEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradeEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes the events archives hold. A line is read whole before its event is begun. */
final class EventWriter {
    private final EventPublisher out;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final TopOfBookEncoder quote = new TopOfBookEncoder();
    private final BarEncoder bar = new BarEncoder();

    EventWriter(EventPublisher out) {
        this.out = out;
    }

    /** A public trade. */
    void trade(TradeRow row) {
        EngineEvent event = out.claim();
        trade.wrapAndApplyHeader(clear(event, TradeEncoder.BLOCK_LENGTH), MESSAGE_OFFSET, header)
                .instrumentId(row.instrumentId)
                .aggressor(row.aggressor)
                .exchangeTimeNs(row.timeNs)
                .tradeId(row.tradeId)
                .lastTradeId(row.lastTradeId)
                .price(row.price)
                .quantity(row.quantity)
                .flags()
                .clear()
                .suspicious(row.suspicious)
                .extendedHours(row.extendedHours)
                .noHighLow(row.noHighLow)
                .noOpenClose(row.noOpenClose)
                .noVolume(row.noVolume)
                .sweep(row.sweep)
                .auction(row.auction);
        event.complete(trade.limit(), row.timeNs);
        out.publish(event);
    }

    /** Best bid and ask as an archive states them, without update id. */
    void quote(QuoteRow row) {
        EngineEvent event = out.claim();
        quote.wrapAndApplyHeader(clear(event, TopOfBookEncoder.BLOCK_LENGTH), MESSAGE_OFFSET, header)
                .instrumentId(row.instrumentId)
                .exchangeTimeNs(row.timeNs)
                .updateId(FixedPoint.NULL)
                .bidPrice(row.bidPrice)
                .bidQuantity(row.bidQuantity)
                .askPrice(row.askPrice)
                .askQuantity(row.askQuantity)
                .flags()
                .clear();
        event.complete(quote.limit(), row.timeNs);
        out.publish(event);
    }

    /** A closed bar; its event time is its end, when it became known. */
    void bar(BarRow row) {
        EngineEvent event = out.claim();
        bar.wrapAndApplyHeader(clear(event, BarEncoder.BLOCK_LENGTH), MESSAGE_OFFSET, header)
                .instrumentId(row.instrumentId)
                .timeframeSeconds(row.timeframeSeconds)
                .openTimeNs(row.openTimeNs)
                .openPrice(row.open)
                .highPrice(row.high)
                .lowPrice(row.low)
                .closePrice(row.close)
                .volume(row.volume)
                .notional(row.notional)
                .trades(row.trades);
        event.complete(bar.limit(), row.closeTimeNs);
        out.publish(event);
    }

    /** Padding between fields must not carry an earlier event's bytes into the journal's checksums. */
    private static MutableDirectBuffer clear(EngineEvent event, int blockLength) {
        event.buffer().setMemory(MESSAGE_OFFSET, MessageHeaderEncoder.ENCODED_LENGTH + blockLength, (byte) 0);
        return event.buffer();
    }
}
