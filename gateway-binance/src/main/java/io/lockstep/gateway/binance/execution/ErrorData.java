package io.lockstep.gateway.binance.execution;

import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** What is within an error: the two results of a cancel-and-replace, or when to come back. Mutable and reused. */
final class ErrorData {
    private static final byte[] SUCCESS = {'S', 'U', 'C', 'C', 'E', 'S', 'S'};
    private static final JsonKeys DATA = JsonKeys.of("cancelResult", "newOrderResult", "cancelResponse", "retryAfter");
    private static final JsonKeys CANCELED = JsonKeys.of("origClientOrderId");

    private final OrderIdentity canceled;
    private boolean cancelSeen;
    private boolean newSeen;
    private boolean cancelSucceeded;
    private boolean newSucceeded;
    private long retryAfterMs;

    ErrorData(long runId, OrderDirectory directory) {
        canceled = new OrderIdentity(runId, directory);
    }

    void clear() {
        canceled.clear();
        cancelSeen = false;
        newSeen = false;
        cancelSucceeded = false;
        newSucceeded = false;
        retryAfterMs = 0;
    }

    /** Reads the error's data. */
    void read(JsonCursor cursor) {
        if (cursor.peek() != '{') {
            return;
        }
        cursor.beginObject();
        for (int key = cursor.nextKey(DATA); key != JsonCursor.END; key = cursor.nextKey(DATA)) {
            switch (key) {
                case 0 -> {
                    cursor.readText();
                    cancelSeen = true;
                    cancelSucceeded = cursor.textIs(SUCCESS);
                }
                case 1 -> {
                    cursor.readText();
                    newSeen = true;
                    newSucceeded = cursor.textIs(SUCCESS);
                }
                case 2 -> readCanceled(cursor);
                case 3 -> retryAfterMs = cursor.readLong();
                default -> cursor.skipValue();
            }
        }
        if (cursor.isFaulty()) {
            clear();
        }
    }

    /** When requests are welcome again, UTC, milliseconds; 0 where that is not said. */
    long retryAfterMs() {
        return retryAfterMs;
    }

    /** Whether both results were there. */
    boolean isPresent() {
        return cancelSeen && newSeen;
    }

    /** Whether the old order is as it was and the new one is not there. */
    boolean isNothingDone() {
        return !cancelSucceeded && !newSucceeded;
    }

    /** Whether the old order is gone and the new one is not there. */
    boolean isOnlyCanceled() {
        return cancelSucceeded && !newSucceeded;
    }

    /** Puts the canceled order into a request id in place of the one that should have replaced it, if the answer names it. */
    void intoCanceled(RequestId id) {
        if (canceled.isOurs()) {
            id.set(id.kind(), canceled.orderId(), id.strategyId(), id.instrumentId());
        }
    }

    private void readCanceled(JsonCursor cursor) {
        if (cursor.peek() != '{') {
            cursor.skipValue();
            return;
        }
        cursor.beginObject();
        for (int key = cursor.nextKey(CANCELED); key != JsonCursor.END; key = cursor.nextKey(CANCELED)) {
            if (key == 0) {
                cursor.readText();
                canceled.read(cursor);
            } else {
                cursor.skipValue();
            }
        }
    }
}
