package io.lockstep.gateway.binance.orderentry;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.binance.orderentry.request.OrderKind;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.SpotRequests;
import io.lockstep.gateway.binance.orderentry.request.StpMode;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.reference.Product;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The templates of every kind of order of every instrument, written at start and found without an allocation. Immutable after.
 */
public final class OrderTemplates {
    private static final int SIDES = 3;
    private static final int TYPES = 8;
    private static final int TIMES_IN_FORCE = 9;
    private static final int VARIANTS = 16;

    private final Int2ObjectHashMap<@Nullable RequestTemplate[]> byInstrument = new Int2ObjectHashMap<>();

    private OrderTemplates() {}

    /**
     * Writes the templates of a product's new orders.
     *
     * @param stp what the venue does when two of our orders would meet
     */
    public static OrderTemplates newOrders(
            Product product, RequestProfile profile, List<Instrument> instruments, StpMode stp) {
        SpotRequests spot = new SpotRequests(profile);
        UsdmRequests usdm = new UsdmRequests(profile);
        OrderTemplates templates = new OrderTemplates();
        templates.fill(
                instruments,
                (symbol, kind) ->
                        product == Product.SPOT ? spot.newOrder(symbol, kind, stp) : usdm.newOrder(symbol, kind, stp));
        return templates;
    }

    /** Writes the templates of spot's cancel-and-replace. */
    public static OrderTemplates cancelReplaces(RequestProfile profile, List<Instrument> instruments, StpMode stp) {
        SpotRequests spot = new SpotRequests(profile);
        OrderTemplates templates = new OrderTemplates();
        templates.fill(instruments, (symbol, kind) -> spot.cancelReplace(symbol, kind, stp));
        return templates;
    }

    /** The template of a kind of order; null where the venue does not offer the kind or the instrument is not known. */
    public @Nullable RequestTemplate find(
            int instrumentId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean reduceOnly,
            boolean closePosition,
            boolean iceberg,
            boolean byValue) {
        RequestTemplate[] templates = byInstrument.get(instrumentId);
        if (templates == null
                || side.value() >= SIDES
                || type.value() >= TYPES
                || timeInForce.value() >= TIMES_IN_FORCE) {
            return null;
        }
        int variant = (reduceOnly ? 1 : 0) | (closePosition ? 2 : 0) | (iceberg ? 4 : 0) | (byValue ? 8 : 0);
        return templates[index(side, type, timeInForce, variant)];
    }

    private interface Source {
        @Nullable
        RequestTemplate make(String symbol, OrderKind kind);
    }

    private void fill(List<Instrument> instruments, Source source) {
        for (Instrument instrument : instruments) {
            RequestTemplate[] templates = new RequestTemplate[SIDES * TYPES * TIMES_IN_FORCE * VARIANTS];
            byInstrument.put(instrument.id(), templates);
            for (int variant = 0; variant < VARIANTS; variant++) {
                fillVariant(templates, instrument.symbol(), variant, source);
            }
        }
    }

    private static void fillVariant(@Nullable RequestTemplate[] templates, String symbol, int variant, Source source) {
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            for (OrderType type : OrderType.values()) {
                for (TimeInForce timeInForce : TimeInForce.values()) {
                    if (type != OrderType.NULL_VAL && timeInForce != TimeInForce.NULL_VAL) {
                        OrderKind kind = new OrderKind(
                                side,
                                type,
                                timeInForce,
                                (variant & 1) != 0,
                                (variant & 2) != 0,
                                (variant & 4) != 0,
                                (variant & 8) != 0);
                        templates[index(side, type, timeInForce, variant)] = source.make(symbol, kind);
                    }
                }
            }
        }
    }

    private static int index(Side side, OrderType type, TimeInForce timeInForce, int variant) {
        return ((side.value() * TYPES + type.value()) * TIMES_IN_FORCE + timeInForce.value()) * VARIANTS + variant;
    }
}
