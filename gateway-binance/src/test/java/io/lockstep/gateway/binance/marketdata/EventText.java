package io.lockstep.gateway.binance.marketdata;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.ClockSampleDecoder;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.LiquidationDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import org.agrona.DirectBuffer;

/** Tells what is in a record, one line per event, so that tests can compare whole stories. */
public final class EventText {
    private EventText() {}

    /** Tells what an event holds. */
    public static String of(EngineEvent event) {
        return of(event.buffer());
    }

    /** Tells what a record holds. */
    public static String of(DirectBuffer record) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        int at = RecordLayout.MESSAGE_OFFSET;
        return switch (RecordLayout.templateId(record, 0)) {
            case TopOfBookDecoder.TEMPLATE_ID -> quote(new TopOfBookDecoder().wrapAndApplyHeader(record, at, header));
            case TradeDecoder.TEMPLATE_ID -> trade(new TradeDecoder().wrapAndApplyHeader(record, at, header));
            case DepthUpdateDecoder.TEMPLATE_ID ->
                depth(new DepthUpdateDecoder().wrapAndApplyHeader(record, at, header));
            case BarDecoder.TEMPLATE_ID -> bar(new BarDecoder().wrapAndApplyHeader(record, at, header));
            case MarkPriceDecoder.TEMPLATE_ID -> mark(new MarkPriceDecoder().wrapAndApplyHeader(record, at, header));
            case LiquidationDecoder.TEMPLATE_ID ->
                liquidation(new LiquidationDecoder().wrapAndApplyHeader(record, at, header));
            case MarketDataGapDecoder.TEMPLATE_ID ->
                gap(new MarketDataGapDecoder().wrapAndApplyHeader(record, at, header));
            case ConnectionStatusDecoder.TEMPLATE_ID ->
                status(new ConnectionStatusDecoder().wrapAndApplyHeader(record, at, header));
            case InstrumentDefinitionDecoder.TEMPLATE_ID ->
                definition(new InstrumentDefinitionDecoder().wrapAndApplyHeader(record, at, header));
            case TradingStatusDecoder.TEMPLATE_ID ->
                trading(new TradingStatusDecoder().wrapAndApplyHeader(record, at, header));
            case ClockSampleDecoder.TEMPLATE_ID ->
                clock(new ClockSampleDecoder().wrapAndApplyHeader(record, at, header));
            default -> throw new AssertionError("unexpected template: " + RecordLayout.templateId(record, 0));
        };
    }

    private static String quote(TopOfBookDecoder q) {
        return "quote " + q.instrumentId() + (q.flags().conflated() ? " conflated" : "") + ' ' + q.exchangeTimeNs()
                + " u=" + q.updateId() + ' ' + q.bidPrice() + 'x' + q.bidQuantity() + ' ' + q.askPrice() + 'x'
                + q.askQuantity();
    }

    private static String trade(TradeDecoder t) {
        return "trade " + t.instrumentId() + ' ' + t.aggressor() + (t.flags().noVolume() ? " off-market" : "") + ' '
                + t.exchangeTimeNs() + " id=" + t.tradeId() + '-' + t.lastTradeId() + ' ' + t.price() + 'x'
                + t.quantity();
    }

    private static String depth(DepthUpdateDecoder d) {
        StringBuilder text = new StringBuilder("depth " + d.instrumentId() + ' ' + d.kind() + " part=" + d.part()
                + (d.flags().last() ? " last" : "") + ' ' + d.exchangeTimeNs() + " U=" + d.firstUpdateId() + " u="
                + d.lastUpdateId() + " pu=" + d.previousUpdateId());
        for (DepthUpdateDecoder.BidsDecoder level : d.bids()) {
            text.append(" b").append(level.price()).append('x').append(level.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder level : d.asks()) {
            text.append(" a").append(level.price()).append('x').append(level.quantity());
        }
        return text.toString();
    }

    private static String bar(BarDecoder b) {
        return "bar " + b.instrumentId() + ' ' + b.timeframeSeconds() + "s " + b.openTimeNs() + " o=" + b.openPrice()
                + " h=" + b.highPrice() + " l=" + b.lowPrice() + " c=" + b.closePrice() + " v=" + b.volume() + " q="
                + b.notional() + " n=" + b.trades();
    }

    private static String mark(MarkPriceDecoder m) {
        return "mark " + m.instrumentId() + ' ' + m.exchangeTimeNs() + " p=" + m.markPrice() + " i=" + m.indexPrice()
                + " r=" + m.fundingRate() + " T=" + m.nextFundingTimeNs();
    }

    private static String liquidation(LiquidationDecoder l) {
        return "liquidation " + l.instrumentId() + ' ' + l.side() + ' ' + l.exchangeTimeNs() + ' ' + l.price() + 'x'
                + l.quantity();
    }

    private static String status(ConnectionStatusDecoder c) {
        return "status " + c.venue() + ' ' + c.stream() + ' ' + c.state() + ' ' + c.reason();
    }

    private static String definition(InstrumentDefinitionDecoder d) {
        return "definition " + d.instrumentId() + ' ' + d.symbol() + ' ' + d.status() + " tick=" + d.tickSize()
                + " lot=" + d.lotSize() + " market=" + d.marketLotSize() + '/' + d.marketMaxQuantity() + " notional="
                + d.minNotional() + '-' + d.maxNotional() + " price=" + d.minPrice() + '-' + d.maxPrice() + " fees="
                + d.makerFee() + '/' + d.takerFee();
    }

    private static String trading(TradingStatusDecoder t) {
        return "trading " + t.instrumentId() + ' ' + t.status() + ' ' + t.reason();
    }

    private static String clock(ClockSampleDecoder c) {
        return "clock " + c.venue() + ' ' + c.offsetNs() + ' ' + c.roundTripNs();
    }

    private static String gap(MarketDataGapDecoder g) {
        return "gap " + g.instrumentId() + " expected=" + g.expectedId() + " received=" + g.receivedId() + ' '
                + g.reason();
    }
}
