package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.simulator.matching.MarketInput;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.order.TradingRules;
import org.agrona.DirectBuffer;

/** Reads market data out of engine events into the matching core. Quotes marked simulated are the core's own and are skipped. */
final class MarketDataReader {
    private final MatchingCore core;
    private final MarketInput market;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final TopOfBookDecoder top = new TopOfBookDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BarDecoder bar = new BarDecoder();
    private final MarkPriceDecoder mark = new MarkPriceDecoder();
    private final TradingStatusDecoder status = new TradingStatusDecoder();
    private final MarketDataGapDecoder gap = new MarketDataGapDecoder();

    MarketDataReader(MatchingCore core) {
        this.core = core;
        this.market = core.market();
    }

    void read(EngineEvent event) {
        DirectBuffer buffer = event.buffer();
        long timeNs = event.timeNs();
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> readTop(buffer, timeNs);
            case DepthUpdateDecoder.TEMPLATE_ID -> readDepth(buffer, timeNs);
            case TradeDecoder.TEMPLATE_ID -> readTrade(buffer, timeNs);
            case BarDecoder.TEMPLATE_ID -> readBar(buffer, timeNs);
            case MarkPriceDecoder.TEMPLATE_ID -> readMark(buffer, timeNs);
            case TradingStatusDecoder.TEMPLATE_ID -> readStatus(buffer, timeNs);
            case MarketDataGapDecoder.TEMPLATE_ID -> readGap(buffer);
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> readDefinition(buffer, timeNs);
            default -> {
                // everything else says nothing about the market
            }
        }
    }

    private void readTop(DirectBuffer buffer, long timeNs) {
        top.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        if (!top.flags().simulated()) {
            market.onTop(
                    top.instrumentId(),
                    top.bidPrice(),
                    top.bidQuantity(),
                    top.askPrice(),
                    top.askQuantity(),
                    top.updateId(),
                    timeNs);
        }
    }

    private void readDepth(DirectBuffer buffer, long timeNs) {
        depth.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        int instrument = depth.instrumentId();
        if (depth.kind() == DepthKind.SNAPSHOT && depth.part() == 0) {
            market.beginSnapshot(instrument);
        }
        boolean last = depth.flags().last();
        long lastUpdateId = depth.lastUpdateId();
        for (DepthUpdateDecoder.BidsDecoder bid : depth.bids()) {
            market.level(instrument, false, bid.price(), bid.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder ask : depth.asks()) {
            market.level(instrument, true, ask.price(), ask.quantity());
        }
        if (last) {
            market.endDepth(instrument, lastUpdateId, timeNs);
        }
    }

    private void readTrade(DirectBuffer buffer, long timeNs) {
        trade.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        boolean tradable = !trade.flags().correction() && !trade.flags().bust() && trade.quantity() > 0;
        if (tradable) {
            market.onTrade(trade.instrumentId(), trade.aggressor(), trade.price(), trade.quantity(), timeNs);
        }
    }

    private void readBar(DirectBuffer buffer, long timeNs) {
        bar.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        market.onBar(
                bar.instrumentId(),
                bar.openPrice(),
                bar.highPrice(),
                bar.lowPrice(),
                bar.closePrice(),
                bar.volume(),
                timeNs);
    }

    private void readMark(DirectBuffer buffer, long timeNs) {
        mark.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        market.onMark(mark.instrumentId(), mark.markPrice(), mark.fundingRate(), mark.nextFundingTimeNs(), timeNs);
    }

    private void readStatus(DirectBuffer buffer, long timeNs) {
        status.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        market.onStatus(status.instrumentId(), status.status(), timeNs);
    }

    private void readGap(DirectBuffer buffer) {
        gap.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        market.onGap(gap.instrumentId());
    }

    private void readDefinition(DirectBuffer buffer, long timeNs) {
        definition.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        core.instrument(instrument(), rules());
        market.onStatus(definition.instrumentId(), definition.status(), timeNs);
    }

    private Instrument instrument() {
        return new Instrument(
                definition.instrumentId(),
                definition.venue(),
                definition.assetClass(),
                definition.symbol(),
                definition.baseAsset(),
                definition.quoteAsset(),
                definition.tickSize(),
                definition.lotSize(),
                definition.minQuantity(),
                definition.maxQuantity(),
                definition.minNotional(),
                definition.contractSize(),
                definition.makerFee(),
                definition.takerFee());
    }

    private TradingRules rules() {
        return new TradingRules(
                orNone(definition.marketMaxQuantity()), orNone(definition.maxNotional()), 0, 0, 0, 0, 0, true);
    }

    private static long orNone(long value) {
        return value == FixedPoint.NULL || value == Long.MAX_VALUE ? 0 : value;
    }
}
