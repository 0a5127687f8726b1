package io.lockstep.gateway.binance.marketdata;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.BarEncoder;
import io.lockstep.engine.sbe.LiquidationEncoder;
import io.lockstep.engine.sbe.MarkPriceEncoder;
import io.lockstep.engine.sbe.MarketDataGapEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.gateway.binance.marketdata.message.BarMessage;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.LiquidationMessage;
import io.lockstep.gateway.binance.marketdata.message.MarkPriceMessage;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes market data messages into ring slots.
 *
 * <p>When the ring is full, a quote waits as the newest of its instrument and goes out marked conflated; anything else is refused
 * and counted. Owned by one thread.
 */
public final class EventEncoder implements MarketDataHandler {
    private static final int MESSAGE = RecordLayout.MESSAGE_OFFSET;

    private final EventPublisher publisher;
    private final DepthEncoder depthEncoder;
    private final PendingQuotes pending = new PendingQuotes();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TopOfBookEncoder topOfBook = new TopOfBookEncoder();
    private final TradeEncoder tradeEncoder = new TradeEncoder();
    private final BarEncoder barEncoder = new BarEncoder();
    private final MarkPriceEncoder markPriceEncoder = new MarkPriceEncoder();
    private final LiquidationEncoder liquidationEncoder = new LiquidationEncoder();
    private final MarketDataGapEncoder gapEncoder = new MarketDataGapEncoder();
    private long published;
    private long refused;
    private long depthRefused;

    /** Makes an encoder that publishes through {@code publisher}. */
    public EventEncoder(EventPublisher publisher) {
        this.publisher = publisher;
        this.depthEncoder = new DepthEncoder(publisher);
    }

    /** Events published so far; each part of a long depth message is one. */
    public long published() {
        return published + depthEncoder.published();
    }

    /** Messages lost because the ring was full, depth apart; waiting quotes are not counted. */
    public long refused() {
        return refused;
    }

    /** Depth messages refused because the ring was full; those of a book that is kept whole wait for its next snapshot. */
    public long depthRefused() {
        return depthRefused;
    }

    /** Quotes that gave way to a newer one of their instrument while the ring was full. */
    public long conflated() {
        return pending.conflated();
    }

    /** Publishes waiting quotes as far as the ring has room; also done before each message. True when none is left. */
    public boolean flush() {
        while (!pending.isEmpty()) {
            EngineEvent event = publisher.tryClaim();
            if (event == null) {
                return false;
            }
            publishQuote(event, pending.first(), pending.firstReceivedNs(), pending.isFirstConflated());
            pending.removeFirst();
        }
        return true;
    }

    @Override
    public boolean onQuote(QuoteMessage quote, long receivedNs) {
        EngineEvent event = flush() ? publisher.tryClaim() : null;
        if (event == null) {
            pending.put(quote, receivedNs);
            return true;
        }
        publishQuote(event, quote, receivedNs, false);
        return true;
    }

    @Override
    public boolean onTrade(TradeMessage trade, long receivedNs) {
        EngineEvent event = claim();
        if (event == null) {
            return false;
        }
        clearGaps(event);
        tradeEncoder
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .instrumentId(trade.instrumentId())
                .aggressor(trade.buyerIsMaker() ? Side.SELL : Side.BUY)
                .exchangeTimeNs(trade.exchangeTimeNs())
                .tradeId(trade.firstTradeId())
                .lastTradeId(trade.lastTradeId())
                .price(trade.price())
                .quantity(trade.quantity());
        tradeEncoder
                .flags()
                .noHighLow(trade.offMarket())
                .noOpenClose(trade.offMarket())
                .noVolume(trade.offMarket());
        return publish(event, tradeEncoder.limit(), receivedNs);
    }

    @Override
    public boolean onDepth(DepthMessage depth, long receivedNs) {
        if (!flush() || !depthEncoder.publish(depth, receivedNs)) {
            depthRefused++;
            return false;
        }
        return true;
    }

    @Override
    public boolean onBar(BarMessage bar, long receivedNs) {
        EngineEvent event = claim();
        if (event == null) {
            return false;
        }
        barEncoder
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .instrumentId(bar.instrumentId())
                .timeframeSeconds(bar.timeframeSeconds())
                .openTimeNs(bar.openTimeNs())
                .openPrice(bar.openPrice())
                .highPrice(bar.highPrice())
                .lowPrice(bar.lowPrice())
                .closePrice(bar.closePrice())
                .volume(bar.volume())
                .notional(bar.notional())
                .trades(bar.trades());
        return publish(event, barEncoder.limit(), receivedNs);
    }

    @Override
    public boolean onMarkPrice(MarkPriceMessage markPrice, long receivedNs) {
        EngineEvent event = claim();
        if (event == null) {
            return false;
        }
        markPriceEncoder
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .instrumentId(markPrice.instrumentId())
                .exchangeTimeNs(markPrice.exchangeTimeNs())
                .markPrice(markPrice.markPrice())
                .indexPrice(markPrice.indexPrice())
                .fundingRate(markPrice.fundingRate())
                .nextFundingTimeNs(markPrice.nextFundingTimeNs());
        return publish(event, markPriceEncoder.limit(), receivedNs);
    }

    @Override
    public boolean onLiquidation(LiquidationMessage liquidation, long receivedNs) {
        EngineEvent event = claim();
        if (event == null) {
            return false;
        }
        liquidationEncoder
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .instrumentId(liquidation.instrumentId())
                .side(liquidation.sell() ? Side.SELL : Side.BUY)
                .exchangeTimeNs(liquidation.exchangeTimeNs())
                .price(liquidation.price())
                .quantity(liquidation.quantity());
        return publish(event, liquidationEncoder.limit(), receivedNs);
    }

    /**
     * Publishes that a book is not to be used until its next snapshot.
     *
     * @param expectedId update id that should have come
     * @param receivedId update id that came, or FixedPoint.NULL
     * @param reason why it counts as a gap, up to 32 ASCII characters
     * @return false if the ring is full; try again before any later depth of this instrument
     */
    public boolean publishGap(int instrumentId, long expectedId, long receivedId, String reason, long receivedNs) {
        EngineEvent event = claim();
        if (event == null) {
            return false;
        }
        gapEncoder
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .instrumentId(instrumentId)
                .expectedId(expectedId)
                .receivedId(receivedId)
                .reason(reason);
        return publish(event, gapEncoder.limit(), receivedNs);
    }

    private void publishQuote(EngineEvent event, QuoteMessage quote, long receivedNs, boolean conflated) {
        clearGaps(event);
        topOfBook
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .instrumentId(quote.instrumentId())
                .exchangeTimeNs(quote.exchangeTimeNs())
                .updateId(quote.updateId())
                .bidPrice(quote.bidPrice())
                .bidQuantity(quote.bidQuantity())
                .askPrice(quote.askPrice())
                .askQuantity(quote.askQuantity());
        topOfBook.flags().conflated(conflated);
        publish(event, topOfBook.limit(), receivedNs);
    }

    private @Nullable EngineEvent claim() {
        EngineEvent event = flush() ? publisher.tryClaim() : null;
        if (event == null) {
            refused++;
        }
        return event;
    }

    private boolean publish(EngineEvent event, int end, long receivedNs) {
        event.complete(end, receivedNs);
        publisher.publish(event);
        published++;
        return true;
    }

    /** The first eight bytes of some messages have unused ones between fields: equal events must have equal bytes. */
    private static void clearGaps(EngineEvent event) {
        MutableDirectBuffer buffer = event.buffer();
        buffer.putLong(RecordLayout.BODY_OFFSET, 0);
    }
}
