package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.orderentry.ClientOrderId;
import io.lockstep.transport.json.JsonCursor;

/** Whose order a client id belongs to: ours, with order and strategy, or somebody else's on the same account. */
final class OrderIdentity {
    private final long runId;
    private long orderId = FixedPoint.NULL;
    private int strategyId;
    private char purpose;
    private boolean present;

    OrderIdentity(long runId) {
        this.runId = runId;
    }

    void clear() {
        orderId = FixedPoint.NULL;
        strategyId = 0;
        purpose = 0;
        present = false;
    }

    /** Reads the text that a cursor has just read. */
    void read(JsonCursor cursor) {
        clear();
        byte[] bytes = cursor.textBytes();
        int offset = cursor.textOffset();
        int length = cursor.textLength();
        present = length > 0;
        if (length > 0 && ClientOrderId.isOurs(runId, bytes, offset, length)) {
            orderId = ClientOrderId.orderId(bytes, offset);
            strategyId = ClientOrderId.strategyId(bytes, offset);
            purpose = ClientOrderId.purpose(bytes, offset);
        }
    }

    /** Whether there was any id. */
    boolean isPresent() {
        return present;
    }

    /** What the id was made for; 0 for a foreign one. */
    char purpose() {
        return purpose;
    }

    /** Puts order and strategy into a report: null and 0 for a foreign order. */
    void into(ExecutionMessage message) {
        message.orderId = orderId;
        message.strategyId = strategyId;
    }
}
