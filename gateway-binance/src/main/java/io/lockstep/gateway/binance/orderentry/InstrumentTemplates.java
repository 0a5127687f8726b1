package io.lockstep.gateway.binance.orderentry;

import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.SpotRequests;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.reference.Product;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one instrument that do not depend on an order's kind; null is what a product does not offer. Immutable.
 *
 * @param cancel cancels by our id
 * @param cancelByVenueId cancels by the venue's id
 * @param cancelConditional cancels a conditional order by our id
 * @param amend makes an order smaller, in place
 * @param modifyBuy changes a buy order
 * @param modifySell changes a sell order
 * @param query asks by our id
 * @param queryByVenueId asks by the venue's id
 * @param queryConditional asks for a conditional order by our id
 * @param cancelAll cancels every order in the book
 * @param cancelAllConditional cancels every conditional order
 * @param countdown arms the venue's countdown
 */
record InstrumentTemplates(
        RequestTemplate cancel,
        RequestTemplate cancelByVenueId,
        @Nullable RequestTemplate cancelConditional,
        @Nullable RequestTemplate amend,
        @Nullable RequestTemplate modifyBuy,
        @Nullable RequestTemplate modifySell,
        RequestTemplate query,
        RequestTemplate queryByVenueId,
        @Nullable RequestTemplate queryConditional,
        RequestTemplate cancelAll,
        @Nullable RequestTemplate cancelAllConditional,
        @Nullable RequestTemplate countdown) {

    static InstrumentTemplates of(Product product, RequestProfile profile, String symbol) {
        return product == Product.SPOT
                ? ofSpot(new SpotRequests(profile), symbol)
                : ofUsdm(new UsdmRequests(profile), symbol);
    }

    @Nullable
    RequestTemplate modify(Side side) {
        return side == Side.BUY ? modifyBuy : modifySell;
    }

    private static InstrumentTemplates ofSpot(SpotRequests spot, String symbol) {
        return new InstrumentTemplates(
                spot.cancel(symbol),
                spot.cancelByVenueId(symbol),
                null,
                spot.amend(symbol),
                null,
                null,
                spot.queryOrder(symbol),
                spot.queryByVenueId(symbol),
                null,
                spot.cancelAll(symbol),
                null,
                null);
    }

    private static InstrumentTemplates ofUsdm(UsdmRequests usdm, String symbol) {
        return new InstrumentTemplates(
                usdm.cancel(symbol),
                usdm.cancelByVenueId(symbol),
                usdm.cancelAlgo(),
                null,
                usdm.modify(symbol, Side.BUY),
                usdm.modify(symbol, Side.SELL),
                usdm.queryOrder(symbol),
                usdm.queryByVenueId(symbol),
                usdm.queryAlgo(),
                usdm.cancelAll(symbol),
                usdm.cancelAllAlgos(symbol),
                usdm.countdownCancelAll(symbol));
    }
}
