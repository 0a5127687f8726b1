package io.lockstep.simulator.binance.trade;

import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Params;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds what parameters name. */
public final class Lookup {
    private Lookup() {}

    /**
     * The symbol named.
     *
     * @throws ApiError -1102 or -1121
     */
    public static SymbolFeed symbol(PublicFeed feed, Params params) {
        SymbolFeed symbol = feed.feed(params.text("symbol"));
        if (symbol == null) {
            throw ApiError.bad(-1121, "Invalid symbol.");
        }
        return symbol;
    }

    /**
     * The order named by id or client id; where both are given, the id decides.
     *
     * @return null if there is none
     * @throws ApiError -1102 if neither is given
     */
    public static @Nullable ApiOrder order(Trading trading, ApiCall call) {
        Params params = call.params();
        SymbolFeed symbol = symbol(trading.feed(), params);
        if (params.has("orderId")) {
            return trading.desk().byId(call.accountId(), symbol.spec(), params.number("orderId", 0));
        }
        if (!params.has("origClientOrderId")) {
            throw ApiError.bad(-1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
        }
        return trading.desk().byClientId(call.accountId(), symbol.spec(), params.text("origClientOrderId"));
    }

    /**
     * The fills of an account in the symbol named, those of the order named where one is, not before {@code fromId}, from
     * {@code startTime} to {@code endTime}, as far as these are given.
     *
     * @param each is told each fill with its order, oldest order first
     * @throws ApiError -1102 or -1121
     */
    public static void fills(Trading trading, ApiCall call, BiConsumer<ApiOrder, ApiFill> each) {
        Params params = call.params();
        SymbolSpec spec = symbol(trading.feed(), params).spec();
        long orderId = params.number("orderId", 0);
        for (ApiOrder order :
                trading.desk().select(call.accountId(), one -> one.spec().equals(spec))) {
            for (ApiFill fill : order.fills()) {
                boolean wanted = (orderId == 0 || order.orderId() == orderId)
                        && fill.tradeId() >= params.number("fromId", 0)
                        && fill.timeMs() >= params.number("startTime", 0)
                        && fill.timeMs() <= params.number("endTime", Long.MAX_VALUE);
                if (wanted) {
                    each.accept(order, fill);
                }
            }
        }
    }
}
