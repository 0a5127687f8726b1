package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.Arrays;

/** The kinds of frame that market streams carry; those that name themselves in the payload's {@code e} come first. */
enum EventKind {
    QUOTE("bookTicker"),
    TRADE("trade"),
    AGGREGATE_TRADE("aggTrade"),
    DEPTH("depthUpdate"),
    BAR("kline"),
    MARK_PRICE("markPriceUpdate"),
    LIQUIDATION("forceOrder"),
    SERVER_SHUTDOWN("serverShutdown"),
    /** The full top levels; without {@code e} on spot, called depthUpdate on futures, so that only the stream's name tells. */
    PARTIAL_DEPTH(""),
    /** A REST snapshot, which has neither kind nor symbol. */
    SNAPSHOT(""),
    /** An event of any kind, wrapped with its stream's name. */
    COMBINED(""),
    /** An answer to a control request. */
    CONTROL(""),
    /** Anything else. */
    OTHER(""),
    /** Not known yet. */
    UNDECIDED("");

    private static final EventKind[] ALL = values();
    private static final JsonKeys NAMES = JsonKeys.of(Arrays.stream(ALL)
            .map(kind -> kind.eventName)
            .filter(name -> !name.isEmpty())
            .toArray(String[]::new));

    private final String eventName;

    EventKind(String eventName) {
        this.eventName = eventName;
    }

    /** The kind whose payloads have the text just read as their {@code e}, or {@link #OTHER}. */
    static EventKind ofText(JsonCursor cursor) {
        int index = NAMES.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        return index == JsonKeys.UNKNOWN ? OTHER : ALL[index];
    }
}
