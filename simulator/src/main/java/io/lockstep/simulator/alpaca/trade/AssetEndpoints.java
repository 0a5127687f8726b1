package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetTable;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;

/** {@code /v2/assets}. */
final class AssetEndpoints {
    private static final long LEAST_COIN = 1_000;

    private final AssetTable assets;

    AssetEndpoints(AssetTable assets) {
        this.assets = assets;
    }

    void register(EndpointTable table) {
        table.add("GET /v2/assets", this::assets).add("GET /v2/assets/*", this::asset);
    }

    private HttpReply assets(ApiCall call) {
        String status = call.query().text("status", "");
        String assetClass = call.query().text("asset_class", "");
        JsonWriter json = new JsonWriter().array();
        for (Asset asset : assets.all()) {
            boolean ofStatus = status.isEmpty() || status.equals(status(asset));
            boolean ofClass = assetClass.isEmpty() || assetClass.equals(assetClass(asset));
            if (asset.isPublic() && ofStatus && ofClass) {
                write(json, asset);
            }
        }
        return HttpReply.of(200, json.end().toString());
    }

    private HttpReply asset(ApiCall call) {
        Asset asset = assets.find(call.tail());
        if (asset == null || !asset.isPublic()) {
            throw ApiError.notFound("asset not found for " + call.tail());
        }
        JsonWriter json = new JsonWriter();
        write(json, asset);
        return HttpReply.of(200, json.toString());
    }

    private static void write(JsonWriter json, Asset asset) {
        json.object()
                .field("id", asset.uuid())
                .field("class", assetClass(asset))
                .field("exchange", asset.isCrypto() ? "CRYPTO" : asset.listing().name())
                .field("symbol", asset.symbol())
                .field("name", asset.name())
                .field("status", status(asset))
                .field("tradable", asset.isTradable())
                .field("marginable", !asset.isCrypto())
                .field("shortable", asset.isShortable())
                .field("easy_to_borrow", asset.isShortable())
                .field("borrow_status", asset.isShortable() ? "easy_to_borrow" : "not_shortable")
                .field("fractionable", asset.isFractionable())
                .field("maintenance_margin_requirement", 30)
                .field("margin_requirement_long", asset.isCrypto() ? "100" : "30")
                .field("margin_requirement_short", asset.isCrypto() ? "100" : "30");
        if (asset.isCrypto()) {
            json.field("min_order_size", FixedPoint.format(LEAST_COIN))
                    .field("min_trade_increment", FixedPoint.format(1))
                    .field(
                            "price_increment",
                            FixedPoint.format(asset.instrument().tickSize()));
        }
        json.name("attributes").array();
        if (asset.isFractionable() && !asset.isCrypto()) {
            json.text("fractional_eh_enabled").text("overnight_tradable");
        }
        json.end().end();
    }

    private static String status(Asset asset) {
        return asset.isTradable() ? "active" : "inactive";
    }

    private static String assetClass(Asset asset) {
        return asset.isCrypto() ? "crypto" : "us_equity";
    }
}
