package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.sbe.Side;
import io.lockstep.transport.json.JsonCursor;

/** The venue's words for the sides. */
final class SideText {
    private static final byte[] BUY = {'B', 'U', 'Y'};
    private static final byte[] SELL = {'S', 'E', 'L', 'L'};

    private SideText() {}

    /** The side just read; NONE for another word. */
    static Side of(JsonCursor cursor) {
        if (cursor.textIs(BUY)) {
            return Side.BUY;
        }
        return cursor.textIs(SELL) ? Side.SELL : Side.NONE;
    }
}
