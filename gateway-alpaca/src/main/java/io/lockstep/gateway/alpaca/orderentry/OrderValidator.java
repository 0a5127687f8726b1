package io.lockstep.gateway.alpaca.orderentry;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.reference.Asset;
import io.lockstep.gateway.alpaca.reference.AssetInstruments;
import java.math.RoundingMode;

/**
 * Refuses what the venue would refuse for certain, so that no request is spent on it. Alpaca Orders, read 2026-11. What depends on the
 * account, buying power or own opposite orders, only the venue knows. Stateless but for the calendar; safe for any thread.
 */
public final class OrderValidator {
    private static final long NONE = OrderRequest.NONE;
    private static final long CENT = FixedPoint.ONE / 100;
    private static final long LEAST_TRAIL_PERCENT = FixedPoint.ONE / 10;
    private static final long MOST_CRYPTO_VALUE = 200_000 * FixedPoint.ONE;
    private static final long LEAST_CRYPTO_VALUE = 10 * FixedPoint.ONE;
    private static final String FRACTIONAL_EXTENDED = "fractional_eh_enabled";

    private final AuctionWindows auctions;

    /** @param auctions says when auctions take orders */
    public OrderValidator(AuctionWindows auctions) {
        this.auctions = auctions;
    }

    /**
     * Checks a new order.
     *
     * @param asset what it trades
     * @param opensShort whether it sells more than is held
     * @param nowNs UTC, nanoseconds
     * @return why it must not be sent, or {@link Refusal#NONE}
     */
    public Refusal check(OrderRequest order, Asset asset, boolean opensShort, long nowNs) {
        Refusal refusal = shape(order);
        if (refusal == Refusal.NONE) {
            refusal = prices(order, asset);
        }
        if (refusal == Refusal.NONE) {
            refusal = asset.isCrypto() ? crypto(order) : stock(order, asset, opensShort, nowNs);
        }
        if (refusal == Refusal.NONE && !(asset.isActive() && asset.isTradable())) {
            return Refusal.NOT_TRADABLE;
        }
        return refusal == Refusal.NONE ? tied(order) : refusal;
    }

    private static Refusal shape(OrderRequest order) {
        if (OrderWords.type(order.type()).isEmpty()) {
            return Refusal.TYPE_NOT_OFFERED;
        }
        if (OrderWords.timeInForce(order.timeInForce()).isEmpty()) {
            return Refusal.TIME_IN_FORCE_NOT_OFFERED;
        }
        if (order.quantity() == NONE == (order.notional() == NONE)) {
            return Refusal.QUANTITY_OR_NOTIONAL;
        }
        long amount = order.quantity() == NONE ? order.notional() : order.quantity();
        return amount > 0 ? Refusal.NONE : Refusal.QUANTITY_NOT_POSITIVE;
    }

    private static Refusal prices(OrderRequest order, Asset asset) {
        boolean oco = order.orderClass() == OrderClass.OCO;
        boolean needsLimit = (order.type() == OrderType.LIMIT || order.type() == OrderType.STOP_LIMIT) && !oco;
        boolean needsStop = order.type() == OrderType.STOP_MARKET || order.type() == OrderType.STOP_LIMIT;
        if (needsLimit == (order.limitPrice() == NONE) || needsStop == (order.stopPrice() == NONE)) {
            return Refusal.PRICES_DO_NOT_FIT_TYPE;
        }
        Refusal trail = trail(order);
        if (trail != Refusal.NONE) {
            return trail;
        }
        Refusal own = either(price(order.limitPrice(), asset), price(order.stopPrice(), asset));
        Refusal loss = either(price(order.stopLossPrice(), asset), price(order.stopLossLimitPrice(), asset));
        return either(own, either(price(order.takeProfitPrice(), asset), loss));
    }

    private static Refusal either(Refusal first, Refusal second) {
        return first == Refusal.NONE ? second : first;
    }

    private static Refusal price(long price, Asset asset) {
        if (price == NONE) {
            return Refusal.NONE;
        }
        if (price <= 0) {
            return Refusal.PRICE_NOT_POSITIVE;
        }
        boolean fine = asset.isCrypto() || price % AssetInstruments.tickSize(price) == 0;
        return fine ? Refusal.NONE : Refusal.SUB_PENNY;
    }

    private static Refusal trail(OrderRequest order) {
        boolean money = order.trailPrice() != NONE;
        boolean percent = order.trailPercent() != NONE;
        if (order.type() != OrderType.TRAILING_STOP) {
            return money || percent ? Refusal.PRICES_DO_NOT_FIT_TYPE : Refusal.NONE;
        }
        boolean wide = money ? order.trailPrice() > 0 : order.trailPercent() >= LEAST_TRAIL_PERCENT;
        return money == percent || !wide ? Refusal.TRAIL : Refusal.NONE;
    }

    private static Refusal crypto(OrderRequest order) {
        boolean type = order.type() == OrderType.MARKET
                || order.type() == OrderType.LIMIT
                || order.type() == OrderType.STOP_LIMIT;
        if (!type) {
            return Refusal.TYPE_NOT_OFFERED;
        }
        if (order.timeInForce() != TimeInForce.GTC && order.timeInForce() != TimeInForce.IOC) {
            return Refusal.TIME_IN_FORCE_NOT_OFFERED;
        }
        if (order.isExtendedHours()) {
            return Refusal.EXTENDED_HOURS_NEEDS_DAY_LIMIT;
        }
        return cryptoValue(order);
    }

    private static Refusal cryptoValue(OrderRequest order) {
        long value = order.notional();
        if (value == NONE && order.limitPrice() != NONE) {
            boolean huge = order.quantity() / FixedPoint.ONE > MOST_CRYPTO_VALUE / order.limitPrice();
            if (huge) {
                return Refusal.CRYPTO_VALUE;
            }
            value = FixedPoint.multiply(order.quantity(), order.limitPrice(), RoundingMode.DOWN);
        }
        boolean known = value != NONE;
        return known && (value > MOST_CRYPTO_VALUE || value < LEAST_CRYPTO_VALUE) ? Refusal.CRYPTO_VALUE : Refusal.NONE;
    }

    private Refusal stock(OrderRequest order, Asset asset, boolean opensShort, long nowNs) {
        Refusal refusal = timeInForce(order, nowNs);
        if (refusal == Refusal.NONE && order.isExtendedHours()) {
            refusal = extendedHours(order);
        }
        if (refusal == Refusal.NONE && order.isFractional()) {
            refusal = fraction(order, asset, opensShort);
        }
        boolean shorts = opensShort && order.side() == Side.SELL;
        return refusal == Refusal.NONE && shorts && !asset.isShortable() ? Refusal.NOT_SHORTABLE : refusal;
    }

    private Refusal timeInForce(OrderRequest order, long nowNs) {
        boolean untriggered = order.type() == OrderType.MARKET || order.type() == OrderType.LIMIT;
        return switch (order.timeInForce()) {
            case DAY, GTC -> Refusal.NONE;
            case IOC, FOK -> untriggered ? Refusal.NONE : Refusal.TIME_IN_FORCE_NOT_OFFERED;
            case OPG, CLS -> {
                if (!untriggered) {
                    yield Refusal.TIME_IN_FORCE_NOT_OFFERED;
                }
                yield auctions.accepts(order.timeInForce(), nowNs) ? Refusal.NONE : Refusal.AUCTION_CLOSED;
            }
            default -> Refusal.TIME_IN_FORCE_NOT_OFFERED;
        };
    }

    private static Refusal extendedHours(OrderRequest order) {
        boolean dayLimit = order.type() == OrderType.LIMIT && order.timeInForce() == TimeInForce.DAY;
        return dayLimit ? Refusal.NONE : Refusal.EXTENDED_HOURS_NEEDS_DAY_LIMIT;
    }

    private static Refusal fraction(OrderRequest order, Asset asset, boolean opensShort) {
        if (!asset.isFractionable()) {
            return Refusal.NOT_FRACTIONABLE;
        }
        if (opensShort && order.side() == Side.SELL) {
            return Refusal.FRACTIONAL_SHORT;
        }
        boolean day = order.timeInForce() == TimeInForce.DAY;
        if (order.notional() != NONE && !(day && order.type() == OrderType.MARKET)) {
            return Refusal.NOTIONAL_NOT_OFFERED;
        }
        boolean offered = day
                && order.orderClass() == OrderClass.SIMPLE
                && order.type() != OrderType.TRAILING_STOP
                && (!order.isExtendedHours() || asset.attributes().contains(FRACTIONAL_EXTENDED));
        return offered ? Refusal.NONE : Refusal.FRACTION_NOT_OFFERED;
    }

    private static Refusal tied(OrderRequest order) {
        boolean profit = order.takeProfitPrice() != NONE;
        boolean loss = order.stopLossPrice() != NONE;
        if (order.orderClass() == OrderClass.SIMPLE) {
            return profit || loss ? Refusal.CLASS_GEOMETRY : Refusal.NONE;
        }
        boolean lasting = order.timeInForce() == TimeInForce.DAY || order.timeInForce() == TimeInForce.GTC;
        if (!lasting || order.isExtendedHours()) {
            return Refusal.CLASS_TIME_IN_FORCE;
        }
        boolean children = order.orderClass() == OrderClass.OTO ? profit != loss : profit && loss;
        boolean type = order.type() == OrderType.LIMIT
                || order.type() == OrderType.MARKET && order.orderClass() != OrderClass.OCO;
        return children && type && isGeometryRight(order) ? Refusal.NONE : Refusal.CLASS_GEOMETRY;
    }

    /** The profit lies beyond the entry by a cent or more, the loss before it, each as seen from the position. */
    private static boolean isGeometryRight(OrderRequest order) {
        boolean exitsLong = order.side() == Side.BUY != (order.orderClass() == OrderClass.OCO);
        int sign = exitsLong ? 1 : -1;
        long profit = order.takeProfitPrice();
        long loss = order.stopLossPrice();
        long entry = order.limitPrice();
        boolean apart = profit == NONE || loss == NONE || (profit - loss) * sign >= CENT;
        boolean profitBeyond = profit == NONE || entry == NONE || (profit - entry) * sign >= CENT;
        boolean lossBefore = loss == NONE || entry == NONE || (entry - loss) * sign >= CENT;
        return apart && profitBeyond && lossBefore;
    }
}
