package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.simulator.alpaca.market.Asset.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All assets, by index, symbol or id. */
public final class AssetTable {
    private static final long MOST = FixedPoint.ONE * 10_000_000L;
    private static final long SHARE_TICK = FixedPoint.ONE / 10_000;
    private static final long COIN_TICK = FixedPoint.ONE / 1_000;

    private final List<Asset> assets = new ArrayList<>();
    private final Map<String, Asset> byName = new LinkedHashMap<>();

    /** Assets of the synthetic market. */
    public static AssetTable synthetic() {
        AssetTable table = new AssetTable();
        table.share("SPY", "SPDR S&P 500 ETF Trust", Listing.ARCA, true, true, true);
        table.share("AAPL", "Apple Inc. Common Stock", Listing.NASDAQ, true, true, true);
        table.share("IBM", "International Business Machines Corporation", Listing.NYSE, true, true, true);
        table.share("MSFT", "Microsoft Corporation Common Stock", Listing.NASDAQ, true, true, true);
        table.share("F", "Ford Motor Company", Listing.NYSE, true, true, true);
        table.share("BRK.A", "Berkshire Hathaway Inc. Class A", Listing.NYSE, false, false, true);
        table.share("SNDL", "SNDL Inc. Common Shares", Listing.NASDAQ, false, true, true);
        table.share("TWTR", "Twitter, Inc.", Listing.NYSE, false, false, false);
        table.add(table.coin("BTC/USD", "Bitcoin / US Dollar"));
        table.add(table.coin("ETH/USD", "Ethereum / US Dollar"));
        table.test();
        return table;
    }

    /** Adds a share listed on a US exchange. */
    public Asset share(
            String symbol, String name, Listing listing, boolean shortable, boolean fractionable, boolean tradable) {
        Instrument instrument = instrument(symbol, symbol, AssetClass.EQUITY, SHARE_TICK, 0);
        return add(new Asset(instrument, name, listing, shortable, fractionable, tradable, true));
    }

    /** Adds the symbol of the test stream. */
    public Asset test() {
        Instrument instrument = instrument("FAKEPACA", "FAKEPACA", AssetClass.EQUITY, SHARE_TICK, 0);
        return add(new Asset(instrument, "Test symbol", Listing.NYSE, false, false, false, false));
    }

    /** All assets in the order of their indexes. */
    public List<Asset> all() {
        return assets;
    }

    /** The asset of an index. */
    public Asset get(int id) {
        return assets.get(id);
    }

    /**
     * The asset of a symbol, with or without the slash of a pair, or of an id; null if there is none. A symbol may name its exchange and
     * its class too, as {@code SPY:ARCA:us_equity}.
     */
    public @Nullable Asset find(String name) {
        int mark = name.indexOf(':');
        if (mark < 0) {
            return byName.get(name);
        }
        Asset asset = byName.get(name.substring(0, mark));
        String exchange = name.substring(mark + 1).split(":", -1)[0];
        return asset != null && asset.listing().name().equals(exchange) ? asset : null;
    }

    private Asset add(Asset asset) {
        assets.add(asset);
        byName.put(asset.symbol(), asset);
        byName.put(asset.positionSymbol(), asset);
        byName.put(asset.uuid(), asset);
        return asset;
    }

    private Asset coin(String symbol, String name) {
        String base = symbol.substring(0, symbol.indexOf('/'));
        long fee = FixedPoint.ONE / 400;
        Instrument instrument = instrument(symbol, base, AssetClass.SPOT, COIN_TICK, fee);
        return new Asset(instrument, name, Listing.CRYPTO, false, true, true, true);
    }

    private Instrument instrument(String symbol, String base, AssetClass assetClass, long tick, long fee) {
        return new Instrument(
                assets.size(),
                Venue.ALPACA,
                assetClass,
                symbol,
                base,
                "USD",
                tick,
                1,
                1,
                MOST,
                0,
                FixedPoint.ONE,
                fee,
                fee);
    }
}
