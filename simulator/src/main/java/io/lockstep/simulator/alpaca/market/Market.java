package io.lockstep.simulator.alpaca.market;

import java.util.ArrayList;
import java.util.List;

/** The whole public market: takes ticks in, builds bars, and tells its listeners in the order in which they were added. */
public final class Market implements TickSink {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long UPDATE_DELAY_NS = 30_000_000_000L;
    private static final int NEWS_KEPT = 200;

    private final AssetTable assets;
    private final Agenda agenda;
    private final List<AssetMarket> markets = new ArrayList<>();
    private final List<MarketListener> listeners = new ArrayList<>();
    private final History<NewsItem> news = new History<>(NEWS_KEPT, NewsItem::updatedNs);

    /**
     * A market whose bars close from a time on.
     *
     * @param startNs the venue's time now
     */
    public Market(AssetTable assets, Agenda agenda, long startNs) {
        this.assets = assets;
        this.agenda = agenda;
        scheduleMinute(startNs - Math.floorMod(startNs, MINUTE_NS) + MINUTE_NS);
    }

    /** Adds a listener. */
    public void listen(MarketListener listener) {
        listeners.add(listener);
    }

    /** The assets. */
    public AssetTable assets() {
        return assets;
    }

    /** The market of an asset. */
    public AssetMarket of(Asset asset) {
        while (markets.size() <= asset.id()) {
            markets.add(new AssetMarket(assets.get(markets.size())));
        }
        return markets.get(asset.id());
    }

    /** Headlines kept. */
    public History<NewsItem> news() {
        return news;
    }

    /** A new day begins for shares or for coins. */
    public void roll(boolean crypto, long dayStartNs) {
        for (Asset asset : assets.all()) {
            if (asset.isCrypto() == crypto) {
                of(asset).roll(dayStartNs);
            }
        }
    }

    @Override
    public void onQuote(Asset asset, Quote quote) {
        of(asset).quote(quote);
        listeners.forEach(each -> each.onQuote(asset, quote));
    }

    @Override
    public void onPrint(Asset asset, Print print) {
        of(asset).print(print);
        listeners.forEach(each -> each.onPrint(asset, print));
    }

    @Override
    public void onCorrection(Asset asset, long originalId, Print corrected) {
        AssetMarket market = of(asset);
        Print original = market.prints().find(each -> each.id() == originalId);
        if (original != null) {
            market.prints().replace(each -> each.id() == originalId, corrected);
            market.rebuild(original.timeNs());
            listeners.forEach(each -> each.onCorrection(asset, original, corrected));
        }
    }

    @Override
    public void onCancel(Asset asset, long originalId, long timeNs) {
        AssetMarket market = of(asset);
        Print original = market.prints().find(each -> each.id() == originalId);
        if (original != null) {
            market.prints().replace(each -> each.id() == originalId, null);
            market.rebuild(original.timeNs());
            listeners.forEach(each -> each.onCancel(asset, original, timeNs));
        }
    }

    @Override
    public void onHalt(Asset asset, boolean halted, long timeNs) {
        of(asset).halted(halted);
        listeners.forEach(each -> each.onHalt(asset, halted, timeNs));
    }

    @Override
    public void onBands(Asset asset, long down, long up, long timeNs) {
        listeners.forEach(each -> each.onBands(asset, down, up, timeNs));
    }

    @Override
    public void onNews(NewsItem item) {
        news.add(item);
        listeners.forEach(each -> each.onNews(item));
    }

    private void scheduleMinute(long endNs) {
        agenda.at(endNs, () -> closeMinute(endNs));
        agenda.at(endNs + UPDATE_DELAY_NS, this::tellChanged);
    }

    private void closeMinute(long endNs) {
        for (Asset asset : assets.all()) {
            Bar closed = of(asset).closeMinute(endNs);
            if (closed.isTold()) {
                tell(asset, Bar.Kind.MINUTE, closed);
            }
            if (of(asset).day().isTold()) {
                tell(asset, Bar.Kind.DAILY, of(asset).day());
            }
        }
        scheduleMinute(endNs + MINUTE_NS);
    }

    private void tellChanged() {
        for (Asset asset : assets.all()) {
            of(asset).takeChanged().forEach(bar -> tell(asset, Bar.Kind.UPDATED, bar));
        }
    }

    private void tell(Asset asset, Bar.Kind kind, Bar bar) {
        listeners.forEach(each -> each.onBar(asset, kind, bar));
    }
}
