package io.lockstep.simulator.alpaca.ticks;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Asset.Listing;
import io.lockstep.simulator.alpaca.market.AssetTable;
import io.lockstep.simulator.alpaca.market.NewsItem;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.alpaca.market.TickSink;
import io.lockstep.simulator.market.SyntheticQuotes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The market of a tape: quotes, trades, halts, bands and news of the shares it defines; everything else on it is skipped. Trades
 * carry no exchange on a tape and get that of the listing, and conditions that mean what their flags say. Where a tape has trades only, quotes of a cent are formed around them.
 */
public final class TapeTicks implements TickSource {
    /** A cent, in ticks of a hundredth of one. */
    private static final int FORMED_SPREAD_TICKS = 100;

    private final RecordSource tape;
    private final AssetTable assets;
    private final Map<Integer, Asset> byInstrument = new TreeMap<>();
    private final EngineEvent event = new EngineEvent();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final TopOfBookDecoder top = new TopOfBookDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final TradingStatusDecoder status = new TradingStatusDecoder();
    private final NewsDecoder news = new NewsDecoder();
    private final Set<Integer> quoted = new TreeSet<>();
    private final Map<Integer, SyntheticQuotes> formed = new TreeMap<>();
    private boolean ended;
    private long unnumbered;

    /** The market of a tape; its assets are added to a table as the tape defines them. Reads up to the first event of the market. */
    public TapeTicks(RecordSource tape, AssetTable assets) {
        this.tape = tape;
        this.assets = assets;
        readOn();
    }

    @Override
    public long nextTimeNs() {
        return ended ? Long.MAX_VALUE : event.timeNs();
    }

    @Override
    public void sayNext(TickSink sink) {
        DirectBuffer buffer = event.buffer();
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> sayQuote(buffer, sink);
            case TradeDecoder.TEMPLATE_ID -> sayTrade(buffer, sink);
            case TradingStatusDecoder.TEMPLATE_ID -> sayStatus(buffer, sink);
            default -> sayNews(buffer, sink);
        }
        readOn();
    }

    /** Reads to the next event of the market; definitions on the way are taken in. */
    private void readOn() {
        do {
            ended = !tape.next(event);
            if (!ended && event.templateId() == InstrumentDefinitionDecoder.TEMPLATE_ID) {
                define();
            }
        } while (!ended && !isMarket());
    }

    private boolean isMarket() {
        return switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID,
                    TradingStatusDecoder.TEMPLATE_ID,
                    NewsDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    private void define() {
        definition.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
        if (definition.assetClass() == AssetClass.EQUITY) {
            int id = definition.instrumentId();
            String symbol = definition.symbol();
            Asset known = assets.find(symbol);
            Asset asset = known != null ? known : assets.share(symbol, symbol, Listing.NYSE, true, true, true);
            byInstrument.put(id, asset);
        }
    }

    private void sayQuote(DirectBuffer buffer, TickSink sink) {
        top.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        Asset asset = asset(top.instrumentId());
        if (asset != null && !top.flags().simulated()) {
            quoted.add(asset.id());
            sink.onQuote(
                    asset,
                    new Quote(top.bidPrice(), top.bidQuantity(), top.askPrice(), top.askQuantity(), event.timeNs()));
        }
    }

    /** Where the tape has no quotes yet, a trade forms one. */
    private void formQuote(Asset asset, Print print, TickSink sink) {
        if (quoted.contains(asset.id())) {
            return;
        }
        SyntheticQuotes quotes = formed.computeIfAbsent(asset.id(), id -> new SyntheticQuotes(FORMED_SPREAD_TICKS, 1));
        quotes.onTrade(asset.instrument(), trade.aggressor(), print.price(), print.size());
        long size = quotes.quantity(asset.instrument());
        sink.onQuote(asset, new Quote(quotes.bid(), size, quotes.ask(), size, print.timeNs()));
    }

    private void sayTrade(DirectBuffer buffer, TickSink sink) {
        trade.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        Asset asset = asset(trade.instrumentId());
        if (asset == null) {
            return;
        }
        long id = trade.tradeId() == FixedPoint.NULL ? ++unnumbered : trade.tradeId();
        if (trade.flags().bust()) {
            sink.onCancel(asset, id, event.timeNs());
            return;
        }
        Print print = new Print(
                id,
                asset.listing().exchangeCode(),
                trade.price(),
                trade.quantity(),
                TapeConditions.of(
                        trade.flags(), trade.quantity(), asset.listing().tape()),
                trade.aggressor() == Side.BUY,
                event.timeNs());
        if (trade.flags().correction()) {
            sink.onCorrection(asset, id, print);
        } else {
            sink.onPrint(asset, print);
            formQuote(asset, print, sink);
        }
    }

    private void sayStatus(DirectBuffer buffer, TickSink sink) {
        status.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        Asset asset = asset(status.instrumentId());
        if (asset != null) {
            boolean halted = status.status() == TradingStatusKind.HALTED;
            sink.onHalt(asset, halted, event.timeNs());
            if (status.limitDown() != FixedPoint.NULL && status.limitUp() != FixedPoint.NULL) {
                sink.onBands(asset, status.limitDown(), status.limitUp(), event.timeNs());
            }
        }
    }

    private void sayNews(DirectBuffer buffer, TickSink sink) {
        news.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        Asset asset = asset(news.instrumentId());
        List<String> symbols = asset == null ? List.of() : List.of(asset.symbol());
        long id = news.newsId();
        sink.onNews(new NewsItem(id, news.headline(), symbols, event.timeNs(), event.timeNs()));
    }

    private @Nullable Asset asset(int instrumentId) {
        return byInstrument.get(instrumentId);
    }
}
