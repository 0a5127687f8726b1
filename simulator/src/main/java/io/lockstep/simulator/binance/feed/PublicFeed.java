package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.market.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the market source says into books, trades and stream payloads. Event streams go out at once, others on {@link #tick}; what was
 * recorded goes out as it was.
 */
public final class PublicFeed implements MarketSink {
    private static final int TICK_MS = 50;
    private static final int SECOND_MS = 1_000;

    /** Spot's SBE diffs come every 20 ms (change log, 2026-08-04), its SBE snapshots every 50 ms. */
    private static final int BINARY_MS = 20;

    /** Depth that was recorded goes out event by event on streams of this speed and faster ones; slower ones gather it. */
    private static final int RECORDED_MS = 100;

    private static final int BINARY_SNAPSHOT_MS = 50;
    private static final int BINARY_LEVELS = 20;

    private static final long FUNDING_MS = 8 * 3_600_000L;

    private final Product product;
    private final StreamHub<String> hub;
    private final StreamHub<byte[]> binary = new StreamHub<>();
    private final LongSupplier nowMs;
    private final MarketMessages messages;
    private final List<SymbolFeed> feeds = new ArrayList<>();
    private final Map<String, SymbolFeed> bySymbol = new LinkedHashMap<>();
    private final int[] speedsMs;
    private long lastTickMs;

    /**
     * A feed without symbols.
     *
     * @param legacy whether futures payloads lack the fields added after 2024
     */
    public PublicFeed(Product product, StreamHub<String> hub, LongSupplier nowMs, boolean legacy) {
        this.product = product;
        this.hub = hub;
        this.nowMs = nowMs;
        this.messages = new MarketMessages(product, legacy);
        this.speedsMs = product.isFutures() ? new int[] {100, 250, 500} : new int[] {BINARY_MS, 100, 1_000};
        this.lastTickMs = nowMs.getAsLong();
    }

    /** Adds a symbol; instrument ids are given in this order, from 0. */
    public void add(SymbolSpec spec) {
        long firstId = (product.isFutures() ? 9_000_000_000L : 50_000_000L) * (feeds.size() + 1);
        SymbolFeed feed = new SymbolFeed(spec, speedsMs, firstId, product.isFutures() ? 7 : 1, nowMs.getAsLong());
        feed.nextFundingMs = (nowMs.getAsLong() / FUNDING_MS + 1) * FUNDING_MS;
        feeds.add(feed);
        bySymbol.put(spec.symbol(), feed);
    }

    /** The streams of spot in SBE. */
    public StreamHub<byte[]> binary() {
        return binary;
    }

    /** The symbols in the order of their instrument ids. */
    public List<SymbolFeed> feeds() {
        return feeds;
    }

    /** A symbol, or null if it is not traded. */
    public @Nullable SymbolFeed feed(String symbol) {
        return bySymbol.get(symbol);
    }

    @Override
    public void onBookReset(int instrumentId) {
        feeds.get(instrumentId).reset();
    }

    @Override
    public void onLevel(int instrumentId, boolean asks, long price, long quantity) {
        feeds.get(instrumentId).level(asks, price, quantity);
    }

    @Override
    public void onBookChanged(int instrumentId, long timeNs) {
        SymbolFeed feed = feeds.get(instrumentId);
        feed.endEvent();
        if (feed.takeTopChanged() && !feed.quotesRecorded) {
            quote(feed, feed.quote());
        }
        if (feed.recorded) {
            depth(feed, BINARY_MS, nowMs.getAsLong());
            depth(feed, RECORDED_MS, nowMs.getAsLong());
        }
    }

    @Override
    public void onRecorded(int instrumentId, boolean recorded) {
        SymbolFeed feed = feeds.get(instrumentId);
        feed.recorded = recorded;
        feed.quotesRecorded = false;
        feed.marksRecorded = false;
    }

    @Override
    public void onUpdateIds(int instrumentId, long firstId, long lastId, long previousId) {
        feeds.get(instrumentId).beginEvent(firstId, lastId, previousId);
    }

    @Override
    public void onQuote(int instrumentId, Quote quote, long timeNs) {
        SymbolFeed feed = feeds.get(instrumentId);
        feed.quotesRecorded = true;
        quote(feed, quote);
    }

    private void quote(SymbolFeed feed, Quote quote) {
        long now = nowMs.getAsLong();
        hub.publish(stream(feed, "@bookTicker"), () -> messages.bookTicker(feed, quote, now));
        hub.publish("!bookTicker", () -> messages.bookTicker(feed, quote, now));
        binary.publish(stream(feed, "@bestBidAsk"), () -> SbeMessages.bestBidAsk(feed, quote, now));
    }

    @Override
    public void onTrade(int instrumentId, Side aggressor, long price, long quantity, long timeNs) {
        print(instrumentId, aggressor == Side.BUY, price, quantity);
    }

    @Override
    public void onMark(int instrumentId, long mark, long index, long fundingRate, long nextFundingNs, long timeNs) {
        SymbolFeed feed = feeds.get(instrumentId);
        feed.markPrice = mark;
        feed.indexPrice = index;
        if (fundingRate != FixedPoint.NULL) {
            feed.fundingRate = fundingRate;
        }
        if (nextFundingNs != FixedPoint.NULL) {
            feed.nextFundingMs = nextFundingNs / 1_000_000L;
        }
        if (feed.recorded) {
            feed.marksRecorded = true;
            hub.publish(stream(feed, "@markPrice@1s"), () -> messages.markPrice(feed, nowMs.getAsLong()));
        }
    }

    /**
     * Shows a trade to the public, also one between clients.
     *
     * @return its id
     */
    public long print(int instrumentId, boolean bought, long price, long quantity) {
        SymbolFeed feed = feeds.get(instrumentId);
        long now = nowMs.getAsLong();
        SymbolFeed.PublicTrade trade = feed.trade(bought, price, quantity, now);
        hub.publish(stream(feed, "@trade"), () -> messages.trade(feed, trade, now));
        hub.publish(stream(feed, "@aggTrade"), () -> messages.aggTrade(feed, trade, now));
        binary.publish(stream(feed, "@trade"), () -> SbeMessages.trade(feed, trade, now));
        return trade.id();
    }

    @Override
    public void onLiquidation(int instrumentId, boolean buys, long price, long quantity, long timeNs) {
        liquidate(instrumentId, buys, price, quantity);
    }

    /** Shows the public that a position is being closed by force. */
    public void liquidate(int instrumentId, boolean buys, long price, long quantity) {
        SymbolFeed feed = feeds.get(instrumentId);
        long now = nowMs.getAsLong();
        hub.publish(stream(feed, "@forceOrder"), () -> messages.forceOrder(feed, buys, price, quantity, now));
        hub.publish("!forceOrder@arr", () -> messages.forceOrder(feed, buys, price, quantity, now));
    }

    /** Sends what is due by the clock; call at least every 50 ms. */
    public void tick() {
        long now = nowMs.getAsLong();
        for (SymbolFeed feed : feeds) {
            for (int speed : speedsMs) {
                boolean byEvent = feed.recorded && speed <= RECORDED_MS;
                if (!byEvent && isDue(speed, now)) {
                    depth(feed, speed, now);
                }
            }
            if (isDue(BINARY_SNAPSHOT_MS, now)) {
                binary.publish(stream(feed, "@depth20"), () -> SbeMessages.depthSnapshot(feed, BINARY_LEVELS, now));
            }
            if (isDue(SECOND_MS, now)) {
                second(feed, now);
            }
            if (product.isFutures() && isDue(3 * SECOND_MS, now)) {
                hub.publish(stream(feed, "@markPrice"), () -> messages.markPrice(feed, now));
            }
        }
        if (isDue(SECOND_MS, now)) {
            arrays(now);
        }
        lastTickMs = now;
    }

    /** Longest time between calls of {@link #tick}, milliseconds. */
    public static int tickMs() {
        return TICK_MS;
    }

    private boolean isDue(int periodMs, long now) {
        return now / periodMs != lastTickMs / periodMs;
    }

    private void depth(SymbolFeed feed, int speedMs, long now) {
        DepthDiff diff = feed.diffs.get(speedMs);
        if (diff == null || diff.isEmpty()) {
            return;
        }
        if (speedMs == BINARY_MS) {
            binary.publish(stream(feed, "@depth"), () -> SbeMessages.depthDiff(feed, diff, now));
            diff.clear();
            return;
        }
        String suffix = suffix(speedMs);
        hub.publish(stream(feed, "@depth" + suffix), () -> messages.depth(feed, diff, now));
        for (int levels : new int[] {5, 10, 20}) {
            hub.publish(
                    stream(feed, "@depth" + levels + suffix),
                    () -> messages.partialDepth(feed, levels, diff.previousLastId(), now));
        }
        diff.clear();
    }

    /** The default speed goes without a suffix. */
    private String suffix(int speedMs) {
        boolean isDefault = speedMs == (product.isFutures() ? 250 : 1_000);
        return isDefault ? "" : "@" + speedMs + "ms";
    }

    private void second(SymbolFeed feed, long now) {
        Candle day = feed.candles.current("1d", now);
        hub.publish(stream(feed, "@miniTicker"), () -> messages.miniTicker(feed, day, now));
        hub.publish(stream(feed, "@ticker"), () -> messages.ticker(feed, day, now));
        for (String interval : Candles.intervals()) {
            if (hub.hasListeners(stream(feed, "@kline_" + interval))) {
                kline(feed, interval, now);
            }
        }
        if (product.isFutures() && !feed.marksRecorded) {
            hub.publish(stream(feed, "@markPrice@1s"), () -> messages.markPrice(feed, now));
        } else if (!product.isFutures()) {
            Candle five = feed.candles.current("5m", now);
            hub.publish(stream(feed, "@avgPrice"), () -> messages.averagePrice(feed, five, now));
        }
    }

    private void kline(SymbolFeed feed, String interval, long now) {
        Candle before = feed.candles.current(interval, lastTickMs);
        Candle current = feed.candles.current(interval, now);
        String stream = stream(feed, "@kline_" + interval);
        if (before != current) {
            hub.publish(stream, () -> messages.kline(feed, interval, before, true, now));
        }
        hub.publish(stream, () -> messages.kline(feed, interval, current, false, now));
    }

    private void arrays(long now) {
        hub.publish(
                "!miniTicker@arr",
                () -> array(feed -> messages.miniTicker(feed, feed.candles.current("1d", now), now)));
        hub.publish("!markPrice@arr@1s", () -> array(feed -> messages.markPrice(feed, now)));
        if (isDue(3 * SECOND_MS, now)) {
            hub.publish("!markPrice@arr", () -> array(feed -> messages.markPrice(feed, now)));
        }
    }

    private String array(java.util.function.Function<SymbolFeed, String> payload) {
        StringBuilder all = new StringBuilder("[");
        for (SymbolFeed feed : feeds) {
            all.append(all.length() == 1 ? "" : ",").append(payload.apply(feed));
        }
        return all.append(']').toString();
    }

    private static String stream(SymbolFeed feed, String suffix) {
        return feed.spec.symbol().toLowerCase(Locale.ROOT) + suffix;
    }
}
