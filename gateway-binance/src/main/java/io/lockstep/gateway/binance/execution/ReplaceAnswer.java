package io.lockstep.gateway.binance.execution;

import io.lockstep.gateway.binance.orderentry.RequestId;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** The two results within the error of a cancel-and-replace. Mutable and reused. */
final class ReplaceAnswer {
    private static final byte[] SUCCESS = {'S', 'U', 'C', 'C', 'E', 'S', 'S'};
    private static final JsonKeys DATA = JsonKeys.of("cancelResult", "newOrderResult", "cancelResponse");
    private static final JsonKeys CANCELED = JsonKeys.of("origClientOrderId");

    private final OrderIdentity canceled;
    private final ExecutionMessage scratch = new ExecutionMessage();
    private boolean cancelSeen;
    private boolean newSeen;
    private boolean cancelSucceeded;
    private boolean newSucceeded;

    ReplaceAnswer(long runId) {
        canceled = new OrderIdentity(runId);
    }

    void clear() {
        canceled.clear();
        cancelSeen = false;
        newSeen = false;
        cancelSucceeded = false;
        newSucceeded = false;
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
                default -> cursor.skipValue();
            }
        }
        if (cursor.isFaulty()) {
            clear();
        }
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
        canceled.into(scratch);
        if (canceled.purpose() != 0) {
            id.set(id.kind(), scratch.orderId, scratch.strategyId, id.instrumentId());
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
