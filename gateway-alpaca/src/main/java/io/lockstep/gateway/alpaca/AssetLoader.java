package io.lockstep.gateway.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.gateway.alpaca.marketdata.DataRequests;
import io.lockstep.gateway.alpaca.orderentry.RestRequests;
import io.lockstep.gateway.alpaca.reference.Asset;
import io.lockstep.gateway.alpaca.reference.AssetInstruments;
import io.lockstep.gateway.alpaca.reference.AssetReader;
import io.lockstep.gateway.alpaca.reference.LatestPrices;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.rest.RestReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the venue what the configured instruments are. One request for each, or one for all where they
 * are many, and one for the prices that decide how fine a stock's price may
 * be. Blocks; used once, before the session.
 */
final class AssetLoader {
    private static final Logger LOG = LoggerFactory.getLogger(AssetLoader.class);

    private static final int MOST_SINGLE = 50;

    private final RestRequests requests = new RestRequests();
    private final AssetReader reader = new AssetReader();
    private final RestClient trading;
    private final RestClient data;
    private final AssetInstruments maker;
    private final DataRequests dataRequests;

    AssetLoader(RestClient trading, RestClient data, AssetInstruments maker, StockFeed feed) {
        this.trading = trading;
        this.data = data;
        this.maker = maker;
        this.dataRequests = DataRequests.stocks(feed.history());
    }

    /**
     * Loads the instruments in the order of the request.
     *
     * @throws VenueException if the venue does not answer, does not know one, or does not trade it as what was asked for
     */
    Map<Instrument, Asset> load(List<InstrumentRequest> wanted) {
        List<Asset> assets = new ArrayList<>();
        Map<String, Asset> listed = wanted.size() > MOST_SINGLE ? listed(wanted) : Map.of();
        for (InstrumentRequest request : wanted) {
            Asset asset = listed.get(request.symbol());
            assets.add(checked(request, asset == null ? single(request) : asset));
        }
        Map<String, Long> prices = prices(assets);
        Map<Instrument, Asset> loaded = new LinkedHashMap<>();
        for (int i = 0; i < assets.size(); i++) {
            Asset asset = assets.get(i);
            long price = prices.getOrDefault(asset.symbol(), FixedPoint.ONE);
            loaded.put(maker.instrument(wanted.get(i).id(), asset, price), asset);
        }
        return loaded;
    }

    /** The venue's whole list, for more instruments than single requests fit into a minute. */
    private Map<String, Asset> listed(List<InstrumentRequest> wanted) {
        Map<String, Asset> bySymbol = new HashMap<>();
        wanted.stream().map(AssetLoader::isCrypto).distinct().forEach(crypto -> {
            RestReply reply = trading.call(requests.assets(crypto));
            List<Asset> assets = reply.isSuccess() ? reader.read(reply.body(), reply.body().length) : null;
            if (assets == null) {
                throw new VenueException("assets not had: crypto=" + crypto + ", " + reply, reply.status());
            }
            assets.forEach(asset -> bySymbol.put(asset.symbol(), asset));
        });
        return bySymbol;
    }

    private Asset single(InstrumentRequest request) {
        RestReply reply = trading.call(requests.asset(request.symbol()));
        List<Asset> assets = reply.isSuccess() ? reader.read(reply.body(), reply.body().length) : null;
        if (assets == null || assets.size() != 1) {
            throw new VenueException("asset not had: symbol=" + request.symbol() + ", " + reply, reply.status());
        }
        return assets.get(0);
    }

    private static Asset checked(InstrumentRequest request, Asset asset) {
        if (asset.kind() == Asset.Kind.OTHER || asset.isCrypto() != isCrypto(request)) {
            throw new VenueException(
                    "asset of another class: symbol=" + request.symbol() + ", wanted=" + request.assetClass()
                            + ", venue=" + asset.kind(),
                    0);
        }
        return asset;
    }

    private static boolean isCrypto(InstrumentRequest request) {
        return request.assetClass() == AssetClass.SPOT;
    }

    /** A plan without recent prices costs only the finer tick of stocks below a dollar. */
    private Map<String, Long> prices(List<Asset> assets) {
        List<String> stocks = assets.stream()
                .filter(asset -> !asset.isCrypto())
                .map(Asset::symbol)
                .toList();
        if (stocks.isEmpty()) {
            return Map.of();
        }
        try {
            RestReply reply = data.call(dataRequests.latestTrades(stocks));
            return reply.isSuccess() ? LatestPrices.read(reply.body(), reply.body().length) : Map.of();
        } catch (VenueException e) {
            LOG.warn("No recent prices, stocks are taken to tick in cents", e);
            return Map.of();
        }
    }
}
