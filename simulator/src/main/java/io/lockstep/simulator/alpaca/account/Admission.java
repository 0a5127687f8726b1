package io.lockstep.simulator.alpaca.account;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetMarket;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.NewOrder;
import io.lockstep.simulator.alpaca.order.OrderClass;
import io.lockstep.simulator.alpaca.order.OrderKind;
import io.lockstep.simulator.alpaca.order.OrderState;
import io.lockstep.simulator.alpaca.order.OrderStore;
import io.lockstep.simulator.alpaca.order.OrderTerms;
import io.lockstep.simulator.json.JsonWriter;
import java.math.RoundingMode;
import java.util.List;

/** Whether an account may send an order: its state, its position, its other orders, its money. */
public final class Admission {
    private static final long NONE = FixedPoint.NULL;
    private static final long SHORT_EQUITY = 2_000 * FixedPoint.ONE;

    /** A short sale without a limit above it is valued at the ask and three percent. */
    private static final long SHORT_MARKUP = 103 * FixedPoint.ONE / 100;

    private final Books books;
    private final OrderStore orders;
    private final Market market;
    private final Sessions sessions;
    private final DayTrades dayTrades;

    /** Admission to a market. */
    public Admission(Books books, OrderStore orders, Market market, Sessions sessions, DayTrades dayTrades) {
        this.books = books;
        this.orders = orders;
        this.market = market;
        this.sessions = sessions;
        this.dayTrades = dayTrades;
    }

    /**
     * Lets an order in.
     *
     * @return what one share of it holds back of the buying power, E8; 0 if it only closes
     * @throws ApiError if the account may not send it
     */
    public long admit(NewOrder order, long nowNs) {
        checkConfiguration(order);
        checkIntent(order);
        if (order.orderClass() == OrderClass.SIMPLE) {
            checkWash(order);
        }
        long held = books.held(order.accountId(), order.asset());
        boolean closes = order.terms().isBuy() ? held < 0 : held > 0;
        if (closes) {
            checkAvailable(order);
            dayTrades.check(order.accountId(), order.asset(), books.equity(order.accountId()), nowNs);
            return 0;
        }
        if (order.orderClass() == OrderClass.OCO) {
            throw ApiError.unprocessable("oco orders must be exit orders");
        }
        checkOpposite(order);
        if (!order.terms().isBuy()) {
            checkShort(order);
        }
        long price = price(order, nowNs);
        checkPower(order, price, 0);
        return price;
    }

    /**
     * Lets a change of an order in: only what it needs beyond the order it replaces counts.
     *
     * @return what one share holds back afterwards, E8
     */
    public long admitChange(AlpacaOrder old, NewOrder change, long nowNs) {
        if (old.reservePrice() == 0) {
            long more = change.terms().quantity() - old.terms().quantity();
            if (more > books.available(old.accountId(), old.asset()) && old.state() != OrderState.HELD) {
                throw insufficientQuantity(change);
            }
            return 0;
        }
        long price = price(change, nowNs);
        checkPower(change, price, Books.reserve(old));
        return price;
    }

    private void checkConfiguration(NewOrder order) {
        AccountConfiguration configuration = books.configuration(order.accountId());
        if (configuration.suspendTrade()) {
            throw ApiError.forbidden("account is not authorized to trade");
        }
        boolean fractional = !order.asset().isCrypto() && order.terms().isFractional();
        if (fractional && !configuration.fractionalTrading()) {
            throw ApiError.forbidden("fractional trading is disabled for this account");
        }
    }

    private void checkIntent(NewOrder order) {
        String inferred = intent(order);
        String specified = order.intent();
        if (specified != null && !specified.equals(inferred)) {
            throw ApiError.unprocessable(
                    "position intent mismatch, inferred: " + inferred + ", specified: " + specified);
        }
    }

    /** What an order does to the position as it is now. */
    public String intent(NewOrder order) {
        long held = books.held(order.accountId(), order.asset());
        if (order.terms().isBuy()) {
            return held < 0 ? "buy_to_close" : "buy_to_open";
        }
        return held > 0 ? "sell_to_close" : "sell_to_open";
    }

    private void checkAvailable(NewOrder order) {
        long available = books.available(order.accountId(), order.asset());
        long wanted = order.terms().notional() == NONE
                ? order.terms().quantity()
                : FixedPoint.divide(
                        order.terms().notional(),
                        market.of(order.asset()).valuation(order.terms().isBuy(), true),
                        RoundingMode.DOWN);
        if (wanted > available) {
            throw order.asset().isCrypto() ? insufficientCoins(order, available) : insufficientQuantity(order);
        }
    }

    private ApiError insufficientQuantity(NewOrder order) {
        Asset asset = order.asset();
        long available = books.available(order.accountId(), asset);
        long held = Math.abs(books.held(order.accountId(), asset));
        JsonWriter related = new JsonWriter().array();
        books.closing(order.accountId(), asset).forEach(each -> related.text(each.id()));
        return ApiError.forbidden("insufficient qty available for order (requested: "
                        + FixedPoint.format(order.terms().quantity()) + ", available: " + FixedPoint.format(available)
                        + ")")
                .with("available", quoted(available))
                .with("existing_qty", quoted(held))
                .with("held_for_orders", quoted(held - available))
                .with("related_orders", related.end().toString())
                .with("symbol", "\"" + asset.symbol() + "\"");
    }

    private static ApiError insufficientCoins(NewOrder order, long available) {
        return ApiError.forbidden("insufficient balance for "
                + order.asset().instrument().baseAsset() + " (requested: "
                + FixedPoint.format(Math.max(0, order.terms().quantity())) + ", available: "
                + FixedPoint.format(available) + ")");
    }

    private void checkShort(NewOrder order) {
        Asset asset = order.asset();
        if (asset.isCrypto()) {
            throw insufficientCoins(order, 0);
        }
        boolean forbidden = books.configuration(order.accountId()).noShorting();
        if (!asset.isShortable() || forbidden) {
            throw ApiError.unprocessable("asset \"" + asset.symbol() + "\" cannot be sold short");
        }
        if (order.terms().isFractional()) {
            throw ApiError.unprocessable("fractional orders cannot be sold short");
        }
        if (books.equity(order.accountId()) < SHORT_EQUITY) {
            throw ApiError.forbidden("account is not allowed to short");
        }
    }

    /** A position is opened in one direction at a time. */
    private void checkOpposite(NewOrder order) {
        boolean buy = order.terms().isBuy();
        for (AlpacaOrder each : mine(order)) {
            if (each.isBuy() != buy && each.reservePrice() != 0) {
                throw ApiError.forbidden(
                        buy
                                ? "cannot open a long buy while a short sell order is open"
                                : "cannot open a short sell while a long buy order is open");
            }
        }
    }

    /** Own orders that could meet: any pair with a market or stop order, and limits that cross. */
    private void checkWash(NewOrder order) {
        OrderTerms terms = order.terms();
        for (AlpacaOrder each : mine(order)) {
            boolean exempt = each.orderClass() != OrderClass.SIMPLE
                    || each.parent() != null
                    || each.terms().kind() == OrderKind.TRAILING_STOP
                    || terms.kind() == OrderKind.TRAILING_STOP;
            if (each.isBuy() != terms.isBuy() && !exempt && canMeet(terms, each.terms())) {
                throw wash(terms, each);
            }
        }
    }

    private static boolean canMeet(OrderTerms one, OrderTerms other) {
        if (!one.kind().hasLimit() || !other.kind().hasLimit()) {
            return true;
        }
        return one.isBuy() ? one.limit() >= other.limit() : other.limit() >= one.limit();
    }

    private static ApiError wash(OrderTerms terms, AlpacaOrder existing) {
        ApiError error = ApiError.forbidden("potential wash trade detected. use complex orders")
                .with(
                        "reject_reason",
                        "\"opposite side " + existing.terms().kind().word().replace('_', ' ') + " order exists\"")
                .with("existing_order_id", "\"" + existing.id() + "\"");
        if (terms.kind().hasLimit() && existing.terms().kind().hasLimit()) {
            long buy = terms.isBuy() ? terms.limit() : existing.terms().limit();
            long sell = terms.isBuy() ? existing.terms().limit() : terms.limit();
            error.with("buy_limit_price", quoted(buy)).with("sell_limit_price", quoted(sell));
        }
        return error;
    }

    private long price(NewOrder order, long nowNs) {
        OrderTerms terms = order.terms();
        AssetMarket assets = market.of(order.asset());
        boolean core = order.asset().isCrypto() || sessions.isCore(nowNs);
        if (!terms.isBuy()) {
            long marked = FixedPoint.multiply(assets.valuation(true, core), SHORT_MARKUP, RoundingMode.UP);
            return terms.limit() == NONE ? marked : Math.max(terms.limit(), marked);
        }
        if (terms.limit() != NONE) {
            return terms.limit();
        }
        return terms.stop() != NONE ? terms.stop() : assets.valuation(true, core);
    }

    private void checkPower(NewOrder order, long price, long alreadyReserved) {
        long cost = order.terms().notional() == NONE
                ? order.asset().instrument().notional(price, order.terms().quantity())
                : order.terms().notional();
        int account = order.accountId();
        long power = order.asset().isCrypto() ? books.power(account, 1) : books.buyingPower(account);
        if (cost > power + alreadyReserved) {
            throw ApiError.forbidden("insufficient buying power")
                    .with("buying_power", quoted(power))
                    .with("cost_basis", quoted(cost));
        }
    }

    private List<AlpacaOrder> mine(NewOrder order) {
        return orders.openOf(order.asset()).stream()
                .filter(each -> each.accountId() == order.accountId())
                .toList();
    }

    private static String quoted(long value) {
        return "\"" + FixedPoint.format(value) + "\"";
    }
}
