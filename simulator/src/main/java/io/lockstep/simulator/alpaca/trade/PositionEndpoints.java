package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.alpaca.account.Books;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.desk.OrderDesk;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetMarket;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.NewOrder;
import io.lockstep.simulator.alpaca.order.OrderClass;
import io.lockstep.simulator.alpaca.order.OrderJson;
import io.lockstep.simulator.alpaca.order.OrderKind;
import io.lockstep.simulator.alpaca.order.OrderTerms;
import io.lockstep.simulator.alpaca.order.Tif;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.math.RoundingMode;

/** {@code /v2/positions}. */
final class PositionEndpoints {
    private static final String PATH = "/v2/positions";
    private static final long NONE = FixedPoint.NULL;

    private final Market market;
    private final Books books;
    private final OrderDesk desk;
    private final OrderEndpoints orders;

    PositionEndpoints(Market market, Books books, OrderDesk desk, OrderEndpoints orders) {
        this.market = market;
        this.books = books;
        this.desk = desk;
        this.orders = orders;
    }

    void register(EndpointTable table) {
        table.add("GET " + PATH, this::list)
                .add("GET " + PATH + "/*", this::one)
                .add("DELETE " + PATH, this::closeAll)
                .add("DELETE " + PATH + "/*", this::close);
    }

    private HttpReply list(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        books.holdings(call.accountId()).forEach(asset -> write(json, call.accountId(), asset));
        return HttpReply.of(200, json.end().toString());
    }

    private HttpReply one(ApiCall call) {
        JsonWriter json = new JsonWriter();
        write(json, call.accountId(), require(call));
        return HttpReply.of(200, json.toString());
    }

    private HttpReply close(ApiCall call) {
        Asset asset = require(call);
        long held = Math.abs(books.held(call.accountId(), asset));
        long quantity = call.query().decimal("qty");
        long percentage = call.query().decimal("percentage");
        if (quantity != NONE && percentage != NONE) {
            throw ApiError.invalid("only one of qty or percentage is accepted");
        }
        if (percentage != NONE) {
            quantity = FixedPoint.multiplyDivide(held, percentage, 100 * FixedPoint.ONE, RoundingMode.DOWN);
        }
        AlpacaOrder order = closeWith(call.accountId(), asset, quantity == NONE ? held : quantity);
        return HttpReply.of(200, OrderJson.text(order, false));
    }

    /** Entries of canceled orders come first and name the order instead of a symbol; positions they hold may still be refused. */
    private HttpReply closeAll(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        if (call.query().flag("cancel_orders")) {
            JsonValue canceled = JsonReader.read(orders.cancelAll(call.accountId()));
            ((JsonArray) canceled).items().forEach(each -> canceled(json, (JsonObject) each));
        }
        for (Asset asset : books.holdings(call.accountId())) {
            json.object().field("symbol", asset.positionSymbol());
            try {
                long held = Math.abs(books.held(call.accountId(), asset));
                String body = OrderJson.text(closeWith(call.accountId(), asset, held), false);
                json.field("status", 200).name("body").raw(body);
            } catch (ApiError e) {
                json.field("status", e.status()).name("body").raw(e.json());
            }
            json.end();
        }
        return HttpReply.of(207, json.end().toString());
    }

    private static void canceled(JsonWriter json, JsonObject entry) {
        json.object()
                .name("symbol")
                .value(entry.get("id"))
                .name("status")
                .value(entry.get("status"))
                .name("body")
                .value(entry.get("body"))
                .end();
    }

    private AlpacaOrder closeWith(int accountId, Asset asset, long quantity) {
        boolean buy = books.held(accountId, asset) < 0;
        Tif tif = asset.isCrypto() ? Tif.GTC : Tif.DAY;
        OrderTerms terms = new OrderTerms(buy, OrderKind.MARKET, tif, quantity, NONE, NONE, NONE, NONE, NONE, false);
        return desk.place(new NewOrder(accountId, asset, terms, OrderClass.SIMPLE, null, null, null, null));
    }

    private Asset require(ApiCall call) {
        Asset asset = market.assets().find(call.tail());
        if (asset == null || books.held(call.accountId(), asset) == 0) {
            throw ApiError.notFound("position does not exist");
        }
        return asset;
    }

    private void write(JsonWriter json, int accountId, Asset asset) {
        Position position = books.position(accountId, asset);
        AssetMarket there = market.of(asset);
        long value = books.value(accountId, asset);
        long atPreviousClose = asset.instrument().notional(there.previousClose(), position.quantity());
        json.object()
                .field("asset_id", asset.uuid())
                .field("symbol", asset.positionSymbol())
                .field("exchange", asset.listing().name())
                .field("asset_class", asset.isCrypto() ? "crypto" : "us_equity")
                .field("asset_marginable", !asset.isCrypto())
                .field("qty", FixedPoint.format(position.quantity()))
                .field("qty_available", FixedPoint.format(signed(position, books.available(accountId, asset))))
                .field("side", position.quantity() < 0 ? "short" : "long")
                .field("avg_entry_price", FixedPoint.format(position.entryPrice()))
                .field("market_value", FixedPoint.format(value))
                .field("cost_basis", FixedPoint.format(position.cost()));
        profit(json, "unrealized_pl", value - position.cost(), position.cost());
        profit(json, "unrealized_intraday_pl", value - atPreviousClose, atPreviousClose);
        json.field("current_price", FixedPoint.format(there.last()))
                .field("lastday_price", FixedPoint.format(there.previousClose()))
                .field(
                        "change_today",
                        FixedPoint.format(rate(there.last() - there.previousClose(), there.previousClose())))
                .end();
    }

    private static void profit(JsonWriter json, String name, long profit, long basis) {
        json.field(name, FixedPoint.format(profit))
                .field(name + "pc", FixedPoint.format(rate(profit, Math.abs(basis))));
    }

    private static long rate(long part, long whole) {
        return whole == 0 ? 0 : FixedPoint.divide(part, whole, RoundingMode.HALF_EVEN);
    }

    private static long signed(Position position, long quantity) {
        return position.quantity() < 0 ? -quantity : quantity;
    }
}
