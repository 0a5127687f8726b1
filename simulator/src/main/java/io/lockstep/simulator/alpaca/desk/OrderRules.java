package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.alpaca.order.NewOrder;
import io.lockstep.simulator.alpaca.order.OrderClass;
import io.lockstep.simulator.alpaca.order.OrderKind;
import io.lockstep.simulator.alpaca.order.OrderTerms;
import io.lockstep.simulator.alpaca.order.Tif;
import org.jspecify.annotations.Nullable;

/** The venue's rules for orders, whoever sends them. (Alpaca, "Orders at Alpaca" and "Placing Orders", read 2026-11.) */
public final class OrderRules {
    private static final long NONE = FixedPoint.NULL;
    private static final long CENT = FixedPoint.ONE / 100;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long LEAST_COIN_VALUE = 10 * FixedPoint.ONE;
    private static final int OPG_CUTOFF_MINUTES = 2;

    private final Market market;
    private final Sessions sessions;
    private final int clsCutoffMinutes;

    /**
     * Rules of a market.
     *
     * @param clsCutoffMinutes minutes before the close after which orders for it are refused
     */
    public OrderRules(Market market, Sessions sessions, int clsCutoffMinutes) {
        this.market = market;
        this.sessions = sessions;
        this.clsCutoffMinutes = clsCutoffMinutes;
    }

    void check(NewOrder order, long nowNs) {
        Asset asset = order.asset();
        OrderTerms terms = order.terms();
        if (!asset.isTradable()) {
            throw ApiError.unprocessable("asset \"" + asset.symbol() + "\" is not tradable");
        }
        if (asset.isCrypto()) {
            checkCoin(order);
        } else {
            checkPrice("limit_price", terms.limit());
            checkPrice("stop_price", terms.stop());
            checkFractions(order);
            checkHours(order);
            checkAuction(terms.tif(), nowNs);
        }
        checkTypeForTif(terms);
        checkStop(asset, terms);
        checkGroup(order, nowNs);
    }

    /** Prices from a dollar up have two decimals, below it four. */
    static void checkPrice(String name, long price) {
        long step = price >= FixedPoint.ONE ? CENT : CENT / 100;
        if (price != NONE && !FixedPoint.isMultipleOf(price, step)) {
            throw ApiError.unprocessable("invalid " + name + " " + FixedPoint.format(price)
                    + ". sub-penny increment does not fulfill minimum pricing criteria");
        }
    }

    private void checkCoin(NewOrder order) {
        OrderTerms terms = order.terms();
        if (terms.tif() != Tif.GTC && terms.tif() != Tif.IOC) {
            throw ApiError.unprocessable("invalid crypto time_in_force");
        }
        if (terms.kind() == OrderKind.STOP || terms.kind() == OrderKind.TRAILING_STOP) {
            throw ApiError.unprocessable("invalid order type for crypto order");
        }
        require(order.orderClass() == OrderClass.SIMPLE, "crypto orders must be simple orders");
        long price = terms.limit() == NONE ? market.of(order.asset()).valuation(terms.isBuy(), true) : terms.limit();
        long value = terms.notional() == NONE
                ? order.asset().instrument().notional(price, terms.quantity())
                : terms.notional();
        if (value < LEAST_COIN_VALUE) {
            throw ApiError.forbidden("cost basis must be >= minimal amount of order 10");
        }
    }

    private static void checkFractions(NewOrder order) {
        OrderTerms terms = order.terms();
        if (!terms.isFractional()) {
            return;
        }
        if (!order.asset().isFractionable()) {
            throw ApiError.forbidden("asset \"" + order.asset().symbol() + "\" is not fractionable");
        }
        require(order.orderClass() == OrderClass.SIMPLE, "fractional orders must be simple orders");
        require(terms.tif() == Tif.DAY, "fractional orders must be DAY orders");
        require(terms.notional() == NONE || terms.kind() == OrderKind.MARKET, "notional orders must be market orders");
        require(terms.kind() != OrderKind.TRAILING_STOP, "fractional orders cannot be trailing stop orders");
    }

    private static void checkHours(NewOrder order) {
        OrderTerms terms = order.terms();
        boolean limitDay = terms.kind() == OrderKind.LIMIT && terms.tif() == Tif.DAY;
        boolean alone = order.orderClass() == OrderClass.SIMPLE;
        require(!terms.extendedHours() || limitDay && alone, "extended hours order must be DAY limit orders");
    }

    private static void checkTypeForTif(OrderTerms terms) {
        boolean plain = terms.kind() == OrderKind.MARKET || terms.kind() == OrderKind.LIMIT;
        boolean lasting = terms.tif() == Tif.DAY || terms.tif() == Tif.GTC;
        boolean coinIoc = terms.kind() == OrderKind.STOP_LIMIT && terms.tif() == Tif.IOC;
        require(
                plain || lasting || coinIoc,
                "invalid time_in_force for " + terms.kind().word() + " order");
        require(
                terms.trailPercent() == NONE || terms.trailPercent() >= FixedPoint.ONE / 10,
                "trail_percent must be >= 0.1");
    }

    private void checkAuction(Tif tif, long nowNs) {
        if (!tif.isAuction()) {
            return;
        }
        TradingDay day = sessions.calendar().dayAt(nowNs);
        TradingDay target = nowNs < cutoff(tif, day) ? day : sessions.calendar().dayAt(day.endNs());
        boolean open = nowNs >= target.fromNs() - 60 * MINUTE_NS;
        if (!open) {
            String until = tif == Tif.OPG ? "9:28am" : "3:" + (60 - clsCutoffMinutes) + "pm";
            throw ApiError.forbidden(tif.word() + " orders must be submitted after 7:00pm and before " + until);
        }
    }

    private long cutoff(Tif tif, TradingDay day) {
        return tif == Tif.OPG
                ? day.openNs() - OPG_CUTOFF_MINUTES * MINUTE_NS
                : day.closeNs() - clsCutoffMinutes * MINUTE_NS;
    }

    private void checkStop(Asset asset, OrderTerms terms) {
        long last = market.of(asset).last();
        if (!terms.kind().hasStop() || last == 0) {
            return;
        }
        require(!terms.isBuy() || terms.stop() > last, "stop price must be greater than current price");
        require(terms.isBuy() || terms.stop() < last, "stop price must be less than current price");
    }

    private void checkGroup(NewOrder order, long nowNs) {
        OrderTerms takeProfit = order.takeProfit();
        OrderTerms stopLoss = order.stopLoss();
        int legs = (takeProfit == null ? 0 : 1) + (stopLoss == null ? 0 : 1);
        switch (order.orderClass()) {
            case SIMPLE -> {}
            case BRACKET -> require(legs == 2, "bracket orders require take_profit and stop_loss");
            case OTO -> require(legs == 1, "oto orders require one of take_profit or stop_loss");
            case OCO -> {
                require(order.terms().kind() == OrderKind.LIMIT, "oco orders must be limit orders");
                require(stopLoss != null, "oco orders require stop_loss.stop_price");
            }
        }
        if (order.orderClass() != OrderClass.SIMPLE) {
            Tif tif = order.terms().tif();
            require(tif == Tif.DAY || tif == Tif.GTC, "complex orders must be DAY or GTC orders");
            checkLegs(order, takeProfit, stopLoss, nowNs);
        }
    }

    private void checkLegs(NewOrder order, @Nullable OrderTerms takeProfit, @Nullable OrderTerms stopLoss, long nowNs) {
        OrderTerms entry = order.terms();
        boolean exit = order.orderClass() == OrderClass.OCO;
        boolean rises = exit != entry.isBuy();
        long base = entry.limit() != NONE && !exit
                ? entry.limit()
                : market.of(order.asset()).valuation(entry.isBuy(), sessions.isCore(nowNs));
        if (takeProfit != null) {
            checkPrice("take_profit.limit_price", takeProfit.limit());
            requireBeyond("take_profit.limit_price", takeProfit.limit(), base, rises);
        }
        if (stopLoss != null) {
            checkPrice("stop_loss.stop_price", stopLoss.stop());
            checkPrice("stop_loss.limit_price", stopLoss.limit());
            requireBeyond("stop_loss.stop_price", stopLoss.stop(), base, !rises);
        }
    }

    private static void requireBeyond(String name, long price, long base, boolean above) {
        require(
                above ? price >= base + CENT : price <= base - CENT,
                name + (above ? " must be >= base_price + 0.01" : " must be <= base_price - 0.01"));
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw ApiError.unprocessable(otherwise);
        }
    }
}
