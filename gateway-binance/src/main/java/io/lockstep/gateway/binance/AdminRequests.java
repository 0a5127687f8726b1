package io.lockstep.gateway.binance;

import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.orderentry.request.OrderKind;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.SpotRequests;
import io.lockstep.gateway.binance.orderentry.request.StpMode;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.reference.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of {@link BinanceAdmin}, by product. */
final class AdminRequests {
    private final boolean isSpot;
    private final SpotRequests spot;
    private final UsdmRequests usdm;

    private AdminRequests(Product product, RequestProfile profile) {
        isSpot = product == Product.SPOT;
        spot = new SpotRequests(profile);
        usdm = new UsdmRequests(profile);
    }

    static AdminRequests of(Product product, RequestProfile profile) {
        return new AdminRequests(product, profile);
    }

    List<RequestTemplate> openOrders() {
        return isSpot ? List.of(spot.allOpenOrders()) : List.of(usdm.allOpenOrders(), usdm.allOpenAlgos());
    }

    List<RequestTemplate> cancelAll(String symbol) {
        return isSpot ? List.of(spot.cancelAll(symbol)) : List.of(usdm.cancelAll(symbol), usdm.cancelAllAlgos(symbol));
    }

    RequestTemplate cancel(String symbol) {
        return isSpot ? spot.cancelByVenueId(symbol) : usdm.cancelByVenueId(symbol);
    }

    RequestTemplate cancelConditional() {
        return usdm.cancelAlgoByVenueId();
    }

    RequestTemplate account() {
        return isSpot ? spot.account() : usdm.account();
    }

    RequestTemplate positions() {
        return usdm.positions();
    }

    RequestTemplate balances() {
        return usdm.balance();
    }

    RequestTemplate exchangeInfo() {
        return isSpot ? spot.exchangeInfo() : usdm.exchangeInfo();
    }

    RequestTemplate bestPrices(String symbol) {
        return isSpot ? spot.bestPrices(symbol) : usdm.bestPrices(symbol);
    }

    RequestTemplate time() {
        return isSpot ? spot.time() : usdm.time();
    }

    @Nullable
    RequestTemplate keyRights() {
        return isSpot ? spot.keyRights() : null;
    }

    @Nullable
    RequestTemplate positionMode() {
        return isSpot ? null : usdm.readPositionMode();
    }

    RequestTemplate newOrder(String symbol, OrderKind kind, StpMode stp) {
        RequestTemplate order = isSpot ? spot.newOrder(symbol, kind, stp) : usdm.newOrder(symbol, kind, stp);
        if (order == null) {
            throw new VenueException("order is not offered: symbol=" + symbol + ", kind=" + kind, 0);
        }
        return order;
    }
}
