package io.lockstep.engine.book;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The markets as one handler sees them, kept up to date from events. Each handler owns its own; whole books are built only for the
 * instruments it wants them for.
 */
public final class Market {
    /** Stands for no instrument. */
    public static final int NONE = -1;

    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final IntPredicate depthWanted;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BarDecoder bar = new BarDecoder();
    private final MarkPriceDecoder mark = new MarkPriceDecoder();
    private final TradingStatusDecoder status = new TradingStatusDecoder();
    private final MarketDataGapDecoder gap = new MarketDataGapDecoder();
    private InstrumentView[] views = new InstrumentView[0];
    private int touched;

    /** @param depthWanted whether to build the whole book of an instrument */
    public Market(IntPredicate depthWanted) {
        this.depthWanted = depthWanted;
    }

    /** The market of an instrument; empty on first sight. */
    public InstrumentView view(int instrumentId) {
        if (instrumentId >= views.length) {
            int known = views.length;
            views = Arrays.copyOf(views, instrumentId + 8);
            for (int i = known; i < views.length; i++) {
                views[i] = new InstrumentView();
            }
        }
        return views[instrumentId];
    }

    /** A market that builds books only where best bid and ask do not come as quotes of their own. */
    public static Market ofBestPrices() {
        Market[] self = new Market[1];
        self[0] = new Market(instrumentId -> !self[0].view(instrumentId).isQuoted());
        return self[0];
    }

    /** Number of instruments seen or asked for, rounded up. */
    public int size() {
        return views.length;
    }

    /**
     * Takes what an event says about the market; ignores all others.
     *
     * @return the instrument it was about, {@link #NONE} if it was about none
     */
    public int onEvent(EngineEvent event) {
        touched = NONE;
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> onQuote(event);
            case TradeDecoder.TEMPLATE_ID -> onTrade(event);
            case DepthUpdateDecoder.TEMPLATE_ID -> onDepth(event);
            case BarDecoder.TEMPLATE_ID -> onBar(event);
            case MarkPriceDecoder.TEMPLATE_ID -> onMark(event);
            case TradingStatusDecoder.TEMPLATE_ID -> onStatus(event);
            case MarketDataGapDecoder.TEMPLATE_ID -> onGap(event);
            default -> {}
        }
        return touched;
    }

    private InstrumentView touch(int instrumentId) {
        touched = instrumentId;
        return view(instrumentId);
    }

    private void onQuote(EngineEvent event) {
        quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        InstrumentView view = touch(quote.instrumentId());
        view.quoted();
        view.quote(quote.bidPrice(), quote.bidQuantity(), quote.askPrice(), quote.askQuantity(), event.timeNs());
        view.stamped(quote.exchangeTimeNs());
    }

    private void onTrade(EngineEvent event) {
        trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        boolean printed = !trade.flags().bust()
                && !trade.flags().correction()
                && !trade.flags().noOpenClose();
        if (printed) {
            InstrumentView view = touch(trade.instrumentId());
            view.trade(trade.price(), event.timeNs());
            view.stamped(trade.exchangeTimeNs());
        }
    }

    private void onDepth(EngineEvent event) {
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        if (!depthWanted.test(depth.instrumentId())) {
            return;
        }
        InstrumentView view = touch(depth.instrumentId());
        boolean snapshot = depth.kind() == DepthKind.SNAPSHOT;
        boolean last = depth.flags().last();
        if (!view.takesPart(snapshot, depth.part(), last)) {
            return;
        }
        if (snapshot && depth.part() == 0) {
            view.book().clear();
        }
        apply(view.book());
        if (last) {
            view.bookChanged(depth.lastUpdateId(), event.timeNs());
            view.stamped(depth.exchangeTimeNs());
        }
    }

    private void apply(OrderBook book) {
        for (DepthUpdateDecoder.BidsDecoder bids = depth.bids(); bids.hasNext(); ) {
            bids.next();
            book.setBid(bids.price(), bids.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder asks = depth.asks(); asks.hasNext(); ) {
            asks.next();
            book.setAsk(asks.price(), asks.quantity());
        }
    }

    private void onBar(EngineEvent event) {
        bar.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        InstrumentView view = touch(bar.instrumentId());
        view.trade(bar.closePrice(), event.timeNs());
        view.stamped(bar.openTimeNs() + bar.timeframeSeconds() * NS_PER_SECOND);
    }

    private void onMark(EngineEvent event) {
        mark.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        touch(mark.instrumentId()).mark(mark.markPrice());
    }

    private void onStatus(EngineEvent event) {
        status.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        touch(status.instrumentId()).status(status.status());
    }

    private void onGap(EngineEvent event) {
        gap.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        touch(gap.instrumentId()).gap();
    }
}
