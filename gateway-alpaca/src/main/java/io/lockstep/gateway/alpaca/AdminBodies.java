package io.lockstep.gateway.alpaca;

import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lists an operator's tool asks for. Cold path; a body that cannot be read to its end is null. */
final class AdminBodies {
    private static final JsonKeys ORDER =
            JsonKeys.of("symbol", "client_order_id", "id", "side", "qty", "filled_qty", "limit_price");
    private static final JsonKeys POSITION =
            JsonKeys.of("symbol", "qty", "qty_available", "avg_entry_price", "current_price", "asset_class");

    private AdminBodies() {}

    static @Nullable List<OpenOrder> orders(byte[] body) {
        BodyReader reader = new BodyReader().wrap(body, 0, body.length);
        JsonCursor cursor = reader.cursor();
        List<OpenOrder> orders = new ArrayList<>();
        cursor.beginArray();
        while (cursor.nextElement()) {
            orders.add(order(reader));
        }
        cursor.finish();
        return cursor.isFaulty() ? null : orders;
    }

    /** The positions of a body that is one or a list of them. */
    static @Nullable List<Held> positions(byte[] body) {
        BodyReader reader = new BodyReader().wrap(body, 0, body.length);
        JsonCursor cursor = reader.cursor();
        List<Held> positions = new ArrayList<>();
        if (cursor.peek() == '{') {
            positions.add(position(reader));
        } else {
            cursor.beginArray();
            while (cursor.nextElement()) {
                positions.add(position(reader));
            }
        }
        cursor.finish();
        return cursor.isFaulty() ? null : positions;
    }

    private static OpenOrder order(BodyReader reader) {
        String[] texts = {"", "", "", ""};
        long[] numbers = {BodyReader.MISSING, BodyReader.MISSING, BodyReader.MISSING};
        JsonCursor cursor = reader.cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(ORDER); key != JsonCursor.END; key = cursor.nextKey(ORDER)) {
            if (key < 0) {
                cursor.skipValue();
            } else if (key < texts.length) {
                texts[key] = reader.textOrEmpty();
            } else {
                numbers[key - texts.length] = reader.decimal();
            }
        }
        return new OpenOrder(texts[0], texts[1], texts[2], texts[3].equals("buy"), numbers[0], numbers[1], numbers[2]);
    }

    private static Held position(BodyReader reader) {
        String symbol = "";
        String assetClass = "";
        long[] numbers = {0, BodyReader.MISSING, BodyReader.MISSING, BodyReader.MISSING, BodyReader.MISSING};
        JsonCursor cursor = reader.cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(POSITION); key != JsonCursor.END; key = cursor.nextKey(POSITION)) {
            switch (key) {
                case 0 -> symbol = reader.textOrEmpty();
                case 1, 2, 3, 4 -> numbers[key] = reader.decimal();
                case 5 -> assetClass = reader.textOrEmpty();
                default -> cursor.skipValue();
            }
        }
        return new Held(symbol, numbers[1], numbers[2], numbers[3], numbers[4], assetClass.equals("crypto"));
    }

    /**
     * A position as the venue states it.
     *
     * @param symbol the venue's symbol, crypto without its slash
     * @param quantity signed size, E8
     * @param available what no open order holds, E8, signed; null value where not told
     * @param entryPrice mean entry price, E8
     * @param currentPrice latest price, E8; null value where not told
     * @param isCrypto whether it trades around the clock
     */
    record Held(String symbol, long quantity, long available, long entryPrice, long currentPrice, boolean isCrypto) {}
}
