package io.lockstep.simulator.alpaca.feed;

import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Bar;
import io.lockstep.simulator.alpaca.market.MarketListener;
import io.lockstep.simulator.alpaca.market.NewsItem;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.alpaca.market.Sessions;
import java.util.Map;
import java.util.TreeMap;

/** Turns what the market does into messages for the streams. */
public final class DataPublisher implements MarketListener {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long BEFORE_AUCTION_NS = 10 * MINUTE_NS;

    private final DataHub hub;
    private final Sessions sessions;
    private final Map<Integer, Quote> lastQuotes = new TreeMap<>();

    /** A publisher to a hub. */
    public DataPublisher(DataHub hub, Sessions sessions) {
        this.hub = hub;
        this.sessions = sessions;
    }

    @Override
    public void onQuote(Asset asset, Quote quote) {
        Quote before = lastQuotes.put(asset.id(), quote);
        if (hub.isIdle()) {
            return;
        }
        hub.publish(asset, Channel.QUOTES, DataMessages.quote(asset, quote));
        if (asset.isCrypto()) {
            Quote known = before == null ? Quote.NONE : before;
            hub.publish(asset, Channel.ORDERBOOKS, DataMessages.book(asset, known, quote, false));
        }
    }

    @Override
    public void onPrint(Asset asset, Print print) {
        if (!hub.isIdle()) {
            hub.publish(asset, Channel.TRADES, DataMessages.trade(asset, print));
        }
    }

    @Override
    public void onCorrection(Asset asset, Print original, Print corrected) {
        hub.publish(asset, Channel.TRADES, DataMessages.correction(asset, original, corrected));
    }

    @Override
    public void onCancel(Asset asset, Print original, long timeNs) {
        hub.publish(asset, Channel.TRADES, DataMessages.cancel(asset, original, timeNs));
    }

    @Override
    public void onHalt(Asset asset, boolean halted, long timeNs) {
        hub.publish(asset, Channel.STATUSES, DataMessages.status(asset, halted, timeNs));
    }

    @Override
    public void onBands(Asset asset, long down, long up, long timeNs) {
        hub.publish(asset, Channel.LULDS, DataMessages.bands(asset, down, up, timeNs));
    }

    @Override
    public void onBar(Asset asset, Bar.Kind kind, Bar bar) {
        Channel channel = switch (kind) {
            case MINUTE -> Channel.BARS;
            case UPDATED -> Channel.UPDATED_BARS;
            case DAILY -> Channel.DAILY_BARS;
        };
        hub.publish(asset, channel, DataMessages.bar(asset, kind, bar));
        long endNs = bar.startNs() + MINUTE_NS;
        if (kind == Bar.Kind.MINUTE && !asset.isCrypto() && isBeforeAuction(endNs)) {
            hub.publish(asset, Channel.IMBALANCES, DataMessages.imbalance(asset, bar.close(), endNs));
        }
    }

    @Override
    public void onNews(NewsItem item) {
        hub.publishNews(item.symbols(), DataMessages.news(item));
    }

    private boolean isBeforeAuction(long timeNs) {
        TradingDay day = sessions.calendar().dayAt(timeNs);
        boolean opening = timeNs < day.openNs() && timeNs >= day.openNs() - BEFORE_AUCTION_NS;
        return opening || timeNs < day.closeNs() && timeNs >= day.closeNs() - BEFORE_AUCTION_NS;
    }
}
