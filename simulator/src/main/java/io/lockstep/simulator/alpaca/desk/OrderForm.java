package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetTable;
import io.lockstep.simulator.alpaca.order.NewOrder;
import io.lockstep.simulator.alpaca.order.OrderClass;
import io.lockstep.simulator.alpaca.order.OrderKind;
import io.lockstep.simulator.alpaca.order.OrderTerms;
import io.lockstep.simulator.alpaca.order.Tif;
import org.jspecify.annotations.Nullable;

/** Reads an order out of a request body; what is missing or malformed is refused with 40010001. */
public final class OrderForm {
    private static final int MAX_CLIENT_ID = 128;
    private static final long NONE = FixedPoint.NULL;

    private final AssetTable assets;

    /** A reader of orders for assets. */
    public OrderForm(AssetTable assets) {
        this.assets = assets;
    }

    /**
     * Reads an order.
     *
     * @throws ApiError 422 if something is missing or malformed
     */
    public NewOrder read(int accountId, Fields body) {
        OrderClass orderClass = orderClass(body);
        OrderTerms terms = terms(body, orderClass);
        Asset asset = asset(body);
        return new NewOrder(
                accountId,
                asset,
                terms,
                orderClass,
                orderClass == OrderClass.OCO ? null : takeProfit(body, terms),
                stopLoss(body, terms, orderClass),
                clientOrderId(body),
                body.textIfAny("position_intent"));
    }

    static @Nullable String clientOrderId(Fields body) {
        String id = body.textIfAny("client_order_id");
        if (id != null && id.length() > MAX_CLIENT_ID) {
            throw ApiError.invalid("client_order_id must be no more than 128 characters");
        }
        return id;
    }

    static Tif tif(String word) {
        Tif tif = Tif.of(word);
        if (tif == null) {
            throw ApiError.invalid("invalid time_in_force");
        }
        return tif;
    }

    private Asset asset(Fields body) {
        String symbol = body.textIfAny("symbol");
        if (symbol == null) {
            throw ApiError.invalid("symbol is required");
        }
        Asset asset = assets.find(symbol);
        if (asset == null) {
            throw ApiError.unprocessable("asset \"" + symbol + "\" not found");
        }
        return asset;
    }

    private static OrderTerms terms(Fields body, OrderClass orderClass) {
        boolean buy = isBuy(body);
        OrderKind kind = kind(body, orderClass);
        Tif tif = tif(body.text("time_in_force", orderClass == OrderClass.SIMPLE ? "" : "day"));
        long limit = body.decimal("limit_price");
        Fields takeProfit = body.object("take_profit");
        if (orderClass == OrderClass.OCO && limit == NONE && takeProfit != null) {
            limit = takeProfit.decimal("limit_price");
        }
        long quantity = positive(body, "qty", "qty");
        long notional = positive(body, "notional", "notional");
        OrderTerms terms = new OrderTerms(
                buy,
                kind,
                tif,
                quantity,
                notional,
                limit,
                body.decimal("stop_price"),
                body.decimal("trail_price"),
                body.decimal("trail_percent"),
                body.flag("extended_hours"));
        checkSize(terms);
        checkPrices(terms);
        return terms;
    }

    private static boolean isBuy(Fields body) {
        String side = body.text("side", "");
        if (!side.equals("buy") && !side.equals("sell")) {
            throw ApiError.invalid("invalid side");
        }
        return side.equals("buy");
    }

    private static OrderKind kind(Fields body, OrderClass orderClass) {
        OrderKind kind = OrderKind.of(body.text("type", orderClass == OrderClass.OCO ? "limit" : ""));
        if (kind == null) {
            throw ApiError.invalid("invalid order type");
        }
        return kind;
    }

    private static OrderClass orderClass(Fields body) {
        OrderClass orderClass = OrderClass.of(body.text("order_class", ""));
        if (orderClass == null) {
            throw ApiError.invalid("invalid order_class");
        }
        return orderClass;
    }

    private static void checkSize(OrderTerms terms) {
        if (terms.quantity() == NONE && terms.notional() == NONE) {
            throw ApiError.invalid("qty or notional is required");
        }
        if (terms.quantity() != NONE && terms.notional() != NONE) {
            throw ApiError.invalid("only one of qty or notional is accepted");
        }
    }

    static void checkPrices(OrderTerms terms) {
        boolean limit = terms.limit() != NONE;
        boolean stop = terms.stop() != NONE;
        boolean trail = terms.trailPrice() != NONE ^ terms.trailPercent() != NONE;
        switch (terms.kind()) {
            case MARKET -> require(!limit && !stop, "market orders require no stop or limit price");
            case LIMIT -> {
                require(limit, "limit orders require a limit price");
                require(!stop, "limit orders require only limit price");
            }
            case STOP -> {
                require(stop, "stop orders require a stop price");
                require(!limit, "stop orders require only stop price");
            }
            case STOP_LIMIT -> require(stop && limit, "stop limit orders require both stop and limit price");
            case TRAILING_STOP ->
                require(trail, "trailing stop orders must specify one of trail_price or trail_percent");
        }
        require(!limit || terms.limit() > 0, "limit price must be > 0");
        require(!stop || terms.stop() > 0, "stop price must be > 0");
    }

    private static @Nullable OrderTerms takeProfit(Fields body, OrderTerms entry) {
        Fields leg = body.object("take_profit");
        if (leg == null) {
            return null;
        }
        long limit = positive(leg, "limit_price", "take_profit.limit_price");
        require(limit != NONE, "take_profit.limit_price is required");
        return OrderTerms.takeProfit(!entry.isBuy(), entry.tif(), entry.quantity(), limit);
    }

    private static @Nullable OrderTerms stopLoss(Fields body, OrderTerms entry, OrderClass orderClass) {
        Fields leg = body.object("stop_loss");
        if (leg == null) {
            return null;
        }
        long stop = positive(leg, "stop_price", "stop_loss.stop_price");
        require(stop != NONE, "stop_loss.stop_price is required");
        boolean buy = orderClass == OrderClass.OCO ? entry.isBuy() : !entry.isBuy();
        return OrderTerms.stopLoss(
                buy, entry.tif(), entry.quantity(), stop, positive(leg, "limit_price", "stop_loss.limit_price"));
    }

    private static long positive(Fields fields, String name, String shown) {
        long value = fields.decimal(name);
        require(value == NONE || value > 0, shown + " must be > 0");
        return value;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw ApiError.invalid(otherwise);
        }
    }
}
