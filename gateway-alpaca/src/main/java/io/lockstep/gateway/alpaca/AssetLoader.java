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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the venue what the configured instruments are. One request for each, and one for the prices that decide how fine a stock's price may
 * be. Blocks; used once, before the session.
 */
final class AssetLoader {
    private static final Logger LOG = LoggerFactory.getLogger(AssetLoader.class);

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
        wanted.forEach(request -> assets.add(asset(request)));
        Map<String, Long> prices = prices(assets);
        Map<Instrument, Asset> loaded = new LinkedHashMap<>();
        for (int i = 0; i < assets.size(); i++) {
            Asset asset = assets.get(i);
            long price = prices.getOrDefault(asset.symbol(), FixedPoint.ONE);
            loaded.put(maker.instrument(wanted.get(i).id(), asset, price), asset);
        }
        return loaded;
    }

    private Asset asset(InstrumentRequest request) {
        RestReply reply = trading.call(requests.asset(request.symbol()));
        List<Asset> assets = reply.isSuccess() ? reader.read(reply.body(), reply.body().length) : null;
        if (assets == null || assets.size() != 1) {
            throw new VenueException("asset not had: symbol=" + request.symbol() + ", " + reply, reply.status());
        }
        Asset asset = assets.get(0);
        boolean wantsCrypto = request.assetClass() == AssetClass.SPOT;
        if (asset.kind() == Asset.Kind.OTHER || asset.isCrypto() != wantsCrypto) {
            throw new VenueException(
                    "asset of another class: symbol=" + request.symbol() + ", wanted=" + request.assetClass()
                            + ", venue=" + asset.kind(),
                    0);
        }
        return asset;
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
