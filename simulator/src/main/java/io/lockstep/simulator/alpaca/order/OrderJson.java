package io.lockstep.simulator.alpaca.order;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes orders as the venue does: all members always there, numbers as strings, null for what is not. */
public final class OrderJson {
    private OrderJson() {}

    /** An order as text, with its legs if nested. */
    public static String text(AlpacaOrder order, boolean nested) {
        JsonWriter json = new JsonWriter();
        write(json, order, nested);
        return json.toString();
    }

    /** Writes an order, with its legs if nested. */
    public static void write(JsonWriter json, AlpacaOrder order, boolean nested) {
        OrderTerms terms = order.terms();
        json.object().field("id", order.id()).field("client_order_id", order.clientOrderId());
        times(json, order.times());
        optional(json, "replaced_by", order.replacedBy());
        optional(json, "replaces", order.replaces());
        json.field("asset_id", order.asset().uuid())
                .field("symbol", order.asset().symbol())
                .field("asset_class", order.asset().isCrypto() ? "crypto" : "us_equity");
        decimal(json, "notional", terms.notional());
        decimal(json, "qty", terms.quantity());
        json.field("filled_qty", FixedPoint.format(order.filled()));
        decimal(json, "filled_avg_price", order.filled() == 0 ? FixedPoint.NULL : order.averagePrice());
        json.field("order_class", order.orderClass().word())
                .field("order_type", terms.kind().word())
                .field("type", terms.kind().word())
                .field("side", terms.isBuy() ? "buy" : "sell")
                .field("position_intent", order.intent())
                .field("time_in_force", terms.tif().word());
        decimal(json, "limit_price", terms.limit());
        decimal(json, "stop_price", order.stopPrice());
        json.field("status", order.state().word()).field("extended_hours", terms.extendedHours());
        legs(json, nested ? order.legs() : List.of());
        decimal(json, "trail_percent", terms.trailPercent());
        decimal(json, "trail_price", terms.trailPrice());
        decimal(json, "hwm", order.highWaterMark() == 0 ? FixedPoint.NULL : order.highWaterMark());
        json.name("subtag").nothing().name("source").nothing();
        time(json, "expires_at", order.times().expiresNs());
        json.end();
    }

    /** A decimal as a string, null if it is absent. */
    static void decimal(JsonWriter json, String name, long value) {
        optional(json, name, value == FixedPoint.NULL ? null : FixedPoint.format(value));
    }

    private static void times(JsonWriter json, OrderTimes times) {
        time(json, "created_at", times.createdNs());
        time(json, "updated_at", times.updatedNs());
        time(json, "submitted_at", times.submittedNs());
        time(json, "filled_at", times.filledNs());
        time(json, "expired_at", times.expiredNs());
        time(json, "cancel_requested_at", times.cancelRequestedNs());
        time(json, "canceled_at", times.canceledNs());
        time(json, "failed_at", times.failedNs());
        time(json, "replaced_at", times.replacedNs());
    }

    private static void time(JsonWriter json, String name, long timeNs) {
        optional(json, name, timeNs == FixedPoint.NULL ? null : Rfc3339.utc(timeNs));
    }

    private static void optional(JsonWriter json, String name, @Nullable String value) {
        if (value == null) {
            json.name(name).nothing();
        } else {
            json.field(name, value);
        }
    }

    private static void legs(JsonWriter json, List<AlpacaOrder> legs) {
        json.name("legs");
        if (legs.isEmpty()) {
            json.nothing();
            return;
        }
        json.array();
        legs.forEach(leg -> write(json, leg, false));
        json.end();
    }
}
