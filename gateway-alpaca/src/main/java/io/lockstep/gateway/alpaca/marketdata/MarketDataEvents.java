package io.lockstep.gateway.alpaca.marketdata;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.BarEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.NewsEncoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.engine.sbe.TradeFlagsDecoder;
import io.lockstep.engine.sbe.TradeFlagsEncoder;
import io.lockstep.engine.sbe.TradingStatusEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.gateway.alpaca.marketdata.code.StatusCodes;
import io.lockstep.gateway.alpaca.wire.Symbols;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Encodes decoded messages as engine events. Methods answer whether the message was complete; an incomplete one makes no event.
 *
 * <p>Owned by the network thread; allocates nothing.
 */
final class MarketDataEvents {
    /** Longest text of an event's code field. */
    static final int MOST_CODE_LENGTH = TradingStatusEncoder.reasonLength();

    private static final int MINUTE_SECONDS = 60;
    private static final int DAY_SECONDS = 86_400;
    private static final long MISSING = TickMessage.MISSING;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final BarEncoder bar = new BarEncoder();
    private final TradingStatusEncoder status = new TradingStatusEncoder();
    private final NewsEncoder news = new NewsEncoder();
    private final DecodeCounters counters;
    private final RingAccess ring;
    private final QuoteConflation quotes;
    private final BookEvents books;
    private final RunningDailyBars dailyBars;
    private final SeenPrints seen;
    private final TradingStatusKind[] statuses;
    private final boolean[] unsure;
    private final long[] limitsUp;
    private final long[] limitsDown;

    MarketDataEvents(EventPublisher publisher, int instruments, DecodeCounters counters) {
        this.counters = counters;
        this.ring = new RingAccess(publisher, instruments, counters);
        this.quotes = new QuoteConflation(ring, instruments, counters);
        this.books = new BookEvents(ring, instruments);
        this.seen = new SeenPrints(instruments);
        this.dailyBars = new RunningDailyBars(instruments);
        this.statuses = new TradingStatusKind[instruments];
        this.unsure = new boolean[instruments];
        this.limitsUp = new long[instruments];
        this.limitsDown = new long[instruments];
        Arrays.fill(statuses, TradingStatusKind.TRADING);
        Arrays.fill(limitsUp, MISSING);
        Arrays.fill(limitsDown, MISSING);
    }

    /** Publishes gaps and quotes that found no room before. */
    void flush() {
        ring.flush();
        quotes.flush();
    }

    boolean quote(TickMessage tick, long receivedNs) {
        if (!tick.isQuote()) {
            return false;
        }
        quotes.publish(tick, receivedNs);
        return true;
    }

    boolean trade(TickMessage tick, long receivedNs) {
        if (!tick.isTrade()) {
            return false;
        }
        if (seen.contains(tick)) {
            counters.count(DecodeIssue.DUPLICATE_TRADE);
            return true;
        }
        short flags = tick.conditions.flags(tick.tape, counters);
        if (print(tick, tick.tradeId, tick.price, tick.size, flags, receivedNs)) {
            seen.add(tick);
        }
        if (unsure[tick.instrumentId] && !TradeFlagsDecoder.noOpenClose(flags)) {
            trades(tick, receivedNs);
        }
        return true;
    }

    /** What came last of each instrument. */
    SeenPrints seen() {
        return seen;
    }

    /** Says that an instrument's data has a hole that stays. */
    void gap(int instrumentId, long receivedNs) {
        ring.gap(instrumentId, receivedNs);
    }

    /** Begins anew after a connection was lost: that a halt ended meanwhile is told by nobody, but the next regular trade proves it. */
    void resume() {
        for (int id = 0; id < statuses.length; id++) {
            unsure[id] = statuses[id] != TradingStatusKind.TRADING;
        }
    }

    /** Undoes a print. */
    boolean bust(TickMessage tick, long receivedNs) {
        if (!tick.isTrade()) {
            return false;
        }
        short flags = tick.conditions.flags(tick.tape, counters);
        print(tick, tick.tradeId, tick.price, tick.size, TradeFlagsEncoder.bust(flags, true), receivedNs);
        return true;
    }

    /** Replaces a print: the old one is undone, the new one, which has an id of its own, follows marked as a correction. */
    boolean correction(TickMessage tick, long receivedNs) {
        if (!tick.isCorrection() || !bust(tick, receivedNs)) {
            return false;
        }
        short flags = TradeFlagsEncoder.correction(tick.correctedConditions.flags(tick.tape, counters), true);
        print(tick, tick.correctedId, tick.correctedPrice, tick.correctedSize, flags, receivedNs);
        return true;
    }

    boolean minuteBar(int instrumentId, BarMessage message, long receivedNs) {
        if (message.isComplete()) {
            seen.bar(instrumentId, message.openTimeNs);
        }
        return message.isComplete() && publishBar(instrumentId, message, MINUTE_SECONDS, receivedNs);
    }

    /** Takes the running bar of a day and publishes the one of the day before once it is over. */
    boolean dailyBar(int instrumentId, BarMessage message, long receivedNs) {
        if (!message.isComplete()) {
            return false;
        }
        BarMessage closed = dailyBars.update(instrumentId, message);
        return closed == null || publishBar(instrumentId, closed, DAY_SECONDS, receivedNs);
    }

    boolean book(TickMessage tick, BookLevels bids, BookLevels asks, boolean whole, long receivedNs) {
        return tick.timeNs != MISSING && books.publish(tick, bids, asks, whole, receivedNs);
    }

    /** Notes new price bands; trading goes on or stays halted as it was. */
    boolean priceBands(TickMessage tick, long receivedNs) {
        if (tick.timeNs == MISSING) {
            return false;
        }
        limitsUp[tick.instrumentId] = tick.limitUp;
        limitsDown[tick.instrumentId] = tick.limitDown;
        publishStatus(tick, receivedNs);
        return true;
    }

    boolean status(TickMessage tick, long receivedNs) {
        if (tick.timeNs == MISSING || tick.statusCode == 0) {
            return false;
        }
        TradingStatusKind kind = StatusCodes.kind(tick.tape, tick.statusCode);
        if (kind != null) {
            statuses[tick.instrumentId] = kind;
            unsure[tick.instrumentId] = false;
        }
        if (tick.reason.isEmpty()) {
            tick.reason.append((char) tick.statusCode);
        }
        publishStatus(tick, receivedNs);
        return true;
    }

    /** Publishes a headline once; {@code instrumentId} is {@link Symbols#UNKNOWN} when it names none of ours. */
    void news(int instrumentId, NewsMessage message, long receivedNs) {
        EngineEvent event = ring.claim(instrumentId);
        if (event == null) {
            return;
        }
        news.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId == Symbols.UNKNOWN ? NewsEncoder.instrumentIdNullValue() : instrumentId)
                .newsId(message.id)
                .exchangeTimeNs(message.publishedNs)
                .source(message.source)
                .putHeadline(message.headline, 0, message.headlineLength);
        ring.publish(event, news.limit(), receivedNs);
    }

    private void trades(TickMessage tick, long receivedNs) {
        unsure[tick.instrumentId] = false;
        statuses[tick.instrumentId] = TradingStatusKind.TRADING;
        tick.reason.setLength(0);
        tick.reason.append("TRADED");
        publishStatus(tick, receivedNs);
    }

    private boolean print(TickMessage tick, long tradeId, long price, long size, short flags, long receivedNs) {
        EngineEvent event = ring.claim(tick.instrumentId);
        if (event == null) {
            return false;
        }
        trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(tick.instrumentId)
                .aggressor(tick.aggressor)
                .exchangeTimeNs(tick.timeNs)
                .tradeId(tradeId)
                .lastTradeId(tradeId)
                .price(price)
                .quantity(size);
        trade.buffer().putShort(trade.offset() + TradeEncoder.flagsEncodingOffset(), flags, ByteOrder.LITTLE_ENDIAN);
        ring.publish(event, trade.limit(), receivedNs);
        return true;
    }

    private boolean publishBar(int instrumentId, BarMessage message, int seconds, long receivedNs) {
        EngineEvent event = ring.claim(instrumentId);
        if (event == null) {
            return true;
        }
        bar.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .timeframeSeconds(seconds)
                .openTimeNs(message.openTimeNs)
                .openPrice(message.open)
                .highPrice(message.high)
                .lowPrice(message.low)
                .closePrice(message.close)
                .volume(message.volume)
                .notional(message.notional())
                .trades((int) Math.min(message.trades, Integer.MAX_VALUE));
        ring.publish(event, bar.limit(), receivedNs);
        return true;
    }

    private void publishStatus(TickMessage tick, long receivedNs) {
        EngineEvent event = ring.claim(tick.instrumentId);
        if (event == null) {
            return;
        }
        status.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(tick.instrumentId)
                .status(statuses[tick.instrumentId])
                .exchangeTimeNs(tick.timeNs)
                .limitDown(limitsDown[tick.instrumentId])
                .limitUp(limitsUp[tick.instrumentId])
                .reason(tick.reason);
        ring.publish(event, status.limit(), receivedNs);
    }
}
