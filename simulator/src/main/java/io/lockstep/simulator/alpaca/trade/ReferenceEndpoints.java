package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetTable;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** {@code /v2/clock}, {@code /v2/calendar} and {@code /v2/assets}. */
final class ReferenceEndpoints {
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("HHmm");
    private static final long LEAST_COIN = 1_000;

    private final AssetTable assets;
    private final NyseCalendar calendar;

    ReferenceEndpoints(AssetTable assets, Sessions sessions) {
        this.assets = assets;
        this.calendar = sessions.calendar();
    }

    void register(EndpointTable table) {
        table.add("GET /v2/clock", this::clock)
                .add("GET /v2/calendar", this::calendar)
                .add("GET /v2/assets", this::assets)
                .add("GET /v2/assets/*", this::asset);
    }

    private HttpReply clock(ApiCall call) {
        long now = call.nowNs();
        TradingDay day = calendar.dayAt(now);
        TradingDay opening = now < day.openNs() ? day : calendar.dayAt(day.endNs());
        TradingDay closing = now < day.closeNs() ? day : opening;
        String json = new JsonWriter()
                .object()
                .field("timestamp", Rfc3339.newYork(now))
                .field("is_open", now >= day.openNs() && now < day.closeNs())
                .field("next_open", Rfc3339.newYork(opening.openNs()))
                .field("next_close", Rfc3339.newYork(closing.closeNs()))
                .end()
                .toString();
        return HttpReply.of(200, json);
    }

    private HttpReply calendar(ApiCall call) {
        LocalDate from = date(call.query(), "start", LocalDate.of(NyseCalendar.FIRST_YEAR, 1, 1));
        LocalDate to = date(call.query(), "end", LocalDate.of(NyseCalendar.LAST_YEAR, 12, 31));
        JsonWriter json = new JsonWriter().array();
        for (TradingDay day : calendar.days()) {
            if (!day.date().isBefore(from) && !day.date().isAfter(to)) {
                write(json, day);
            }
        }
        return HttpReply.of(200, json.end().toString());
    }

    private void write(JsonWriter json, TradingDay day) {
        boolean last = day.date().getYear() == NyseCalendar.LAST_YEAR
                && day.equals(calendar.days().get(calendar.days().size() - 1));
        LocalDate settlement = last ? day.date() : calendar.dayAt(day.endNs()).date();
        json.object()
                .field("date", day.date().toString())
                .field("open", at(day.openNs(), COLON))
                .field("close", at(day.closeNs(), COLON))
                .field("session_open", at(day.preMarketNs(), PLAIN))
                .field("session_close", at(day.endNs(), PLAIN))
                .field("settlement_date", settlement.toString())
                .end();
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

    private static String at(long timeNs, DateTimeFormatter format) {
        return format.format(Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK));
    }

    private static LocalDate date(Fields query, String name, LocalDate otherwise) {
        String text = query.textIfAny(name);
        try {
            return text == null ? otherwise : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw ApiError.invalid("invalid " + name + ": " + text);
        }
    }
}
