package io.lockstep.gateway.binance.execution;

import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.Arrays;

/** The events of user streams, by the value of {@code e}. */
enum UserEventKind {
    SPOT_EXECUTION("executionReport"),
    SPOT_BALANCES("outboundAccountPosition"),
    SPOT_BALANCE_DELTA("balanceUpdate"),
    SPOT_LOCK_DELTA("externalLockUpdate"),
    SPOT_ORDER_LIST("listStatus"),
    STREAM_TERMINATED("eventStreamTerminated"),
    SERVER_SHUTDOWN("serverShutdown"),
    USDM_EXECUTION("ORDER_TRADE_UPDATE"),
    USDM_EARLY_FILL("TRADE_LITE"),
    USDM_ACCOUNT("ACCOUNT_UPDATE"),
    USDM_CONFIG("ACCOUNT_CONFIG_UPDATE"),
    USDM_ALGO("ALGO_UPDATE"),
    USDM_MARGIN_CALL("MARGIN_CALL"),
    USDM_TRIGGER_REJECT("CONDITIONAL_ORDER_TRIGGER_REJECT"),
    USDM_STRATEGY("STRATEGY_UPDATE"),
    USDM_GRID("GRID_UPDATE"),
    LISTEN_KEY_EXPIRED("listenKeyExpired"),
    UNKNOWN("");

    private static final UserEventKind[] ALL = values();
    private static final JsonKeys NAMES = JsonKeys.of(Arrays.stream(ALL)
            .map(kind -> kind.eventName)
            .filter(name -> !name.isEmpty())
            .toArray(String[]::new));

    private final String eventName;

    UserEventKind(String eventName) {
        this.eventName = eventName;
    }

    /** The kind named by the text just read. */
    static UserEventKind ofText(JsonCursor cursor) {
        int index = NAMES.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        return index == JsonKeys.UNKNOWN ? UNKNOWN : ALL[index];
    }
}
