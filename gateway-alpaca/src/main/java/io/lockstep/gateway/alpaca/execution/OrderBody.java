package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/**
 * An order as the venue states it, on the stream and in REST bodies; reused. Prices and quantities E8, {@link FixedPoint#NULL} where the
 * venue says {@code null}. Reading allocates nothing.
 */
final class OrderBody {
    private static final JsonKeys KEYS = JsonKeys.of(
            "id",
            "client_order_id",
            "symbol",
            "qty",
            "filled_qty",
            "limit_price",
            "stop_price",
            "side",
            "status",
            "updated_at",
            "replaced_by",
            "submitted_at");
    private static final int MOST_VENUE_ID = 40;
    private static final int MOST_CLIENT_ID = 128;
    private static final long MISSING = BodyReader.MISSING;

    final StringBuilder venueOrderId = new StringBuilder(MOST_VENUE_ID);
    final StringBuilder clientOrderId = new StringBuilder(MOST_CLIENT_ID);
    final StringBuilder replacedBy = new StringBuilder(MOST_VENUE_ID);
    private final Symbols symbols;
    int instrumentId;
    Side side = Side.NONE;
    OrderStatus status = OrderStatus.UNKNOWN;
    long quantity;
    long filledQuantity;
    long limitPrice;
    long stopPrice;
    long updatedNs;
    long submittedNs;

    OrderBody(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Reads the object the reader stands before. */
    void read(BodyReader reader) {
        clear();
        JsonCursor cursor = reader.cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(KEYS); key != JsonCursor.END; key = cursor.nextKey(KEYS)) {
            switch (key) {
                case 0 -> readVenueOrderId(reader);
                case 1 -> reader.ascii(clientOrderId, MOST_CLIENT_ID);
                case 2 -> readInstrument(cursor);
                case 3 -> quantity = reader.decimal();
                case 4 -> filledQuantity = reader.decimal();
                case 5 -> limitPrice = reader.decimal();
                case 6 -> stopPrice = reader.decimal();
                case 7 -> readSide(cursor);
                case 8 -> status = status(cursor);
                case 9 -> updatedNs = reader.time();
                case 10 -> reader.ascii(replacedBy, MOST_VENUE_ID);
                case 11 -> submittedNs = reader.time();
                default -> cursor.skipValue();
            }
        }
    }

    /** Whether it can be told which order of which instrument it is. */
    boolean isComplete() {
        return venueOrderId.length() > 0
                && instrumentId != Symbols.UNKNOWN
                && side != Side.NONE
                && filledQuantity != MISSING;
    }

    /** What is still open: nothing once it is final; unknown for an order over an amount of money. */
    long leavesQuantity() {
        if (status.isFinal()) {
            return 0;
        }
        return quantity == MISSING ? MISSING : quantity - filledQuantity;
    }

    /** Forgets everything, for a message that brings no order. */
    void clear() {
        venueOrderId.setLength(0);
        clientOrderId.setLength(0);
        replacedBy.setLength(0);
        instrumentId = Symbols.UNKNOWN;
        side = Side.NONE;
        status = OrderStatus.UNKNOWN;
        quantity = MISSING;
        filledQuantity = MISSING;
        limitPrice = MISSING;
        stopPrice = MISSING;
        updatedNs = MISSING;
        submittedNs = MISSING;
    }

    void readVenueOrderId(BodyReader reader) {
        reader.ascii(venueOrderId, MOST_VENUE_ID);
    }

    void readInstrument(JsonCursor cursor) {
        if (!cursor.readNull()) {
            cursor.readText();
            instrumentId = symbols.instrumentId(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        }
    }

    void readSide(JsonCursor cursor) {
        if (!cursor.readNull()) {
            cursor.readText();
            int first = cursor.textLength() > 0 ? cursor.textBytes()[cursor.textOffset()] : 0;
            side = first == 'b' ? Side.BUY : first == 's' ? Side.SELL : Side.NONE;
        }
    }

    private static OrderStatus status(JsonCursor cursor) {
        if (cursor.readNull()) {
            return OrderStatus.UNKNOWN;
        }
        cursor.readText();
        return OrderStatus.of(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
    }
}
