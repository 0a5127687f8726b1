package io.lockstep.gateway.binance.orderentry;

import io.lockstep.gateway.binance.orderentry.request.Endpoint;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** What a rate limit counts; the names are the venue's. */
public enum LimitType {
    /** Weighted requests of our address. */
    REQUEST_WEIGHT,
    /** Orders of the account. */
    ORDERS,
    /** Requests of our address, each as one. */
    RAW_REQUESTS,
    /** A kind that is not known here. */
    OTHER;

    private static final LimitType[] ALL = values();
    private static final JsonKeys NAMES = JsonKeys.of(REQUEST_WEIGHT.name(), ORDERS.name(), RAW_REQUESTS.name());

    /** The type named by the text just read. */
    public static LimitType ofText(JsonCursor cursor) {
        int index = NAMES.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        return index == JsonKeys.UNKNOWN ? OTHER : ALL[index];
    }

    /** The type of a name. */
    public static LimitType ofName(String name) {
        for (LimitType type : ALL) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return OTHER;
    }

    /** How much a request counts as. */
    public int costOf(Endpoint endpoint) {
        return switch (this) {
            case REQUEST_WEIGHT -> endpoint.weight();
            case ORDERS -> endpoint.orders();
            case RAW_REQUESTS -> 1;
            case OTHER -> 0;
        };
    }
}
