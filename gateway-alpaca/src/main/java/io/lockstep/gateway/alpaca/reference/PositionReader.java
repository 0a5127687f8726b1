package io.lockstep.gateway.alpaca.reference;

import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code GET /v2/positions} and {@code GET /v2/positions/{symbol}}. Alpaca Trading API, "Positions", read 2026-11. */
public final class PositionReader {
    private static final JsonKeys KEYS =
            JsonKeys.of("symbol", "qty", "qty_available", "avg_entry_price", "current_price", "asset_class");

    private final BodyReader reader = new BodyReader();

    /** The positions of a body that is one or a list of them; null when it cannot be read. */
    public @Nullable List<HeldPosition> read(byte[] body, int length) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        List<HeldPosition> positions = new ArrayList<>();
        if (cursor.peek() == '{') {
            positions.add(position(cursor));
        } else {
            cursor.beginArray();
            while (cursor.nextElement()) {
                positions.add(position(cursor));
            }
        }
        cursor.finish();
        boolean incomplete = positions.stream()
                .anyMatch(position -> position.symbol().isEmpty() || position.quantity() == BodyReader.MISSING);
        return cursor.isFaulty() || incomplete ? null : positions;
    }

    private HeldPosition position(JsonCursor cursor) {
        String symbol = "";
        String assetClass = "";
        long[] numbers = new long[5];
        Arrays.fill(numbers, BodyReader.MISSING);
        cursor.beginObject();
        for (int key = cursor.nextKey(KEYS); key != JsonCursor.END; key = cursor.nextKey(KEYS)) {
            switch (key) {
                case 0 -> symbol = reader.textOrEmpty();
                case 1, 2, 3, 4 -> numbers[key] = reader.decimal();
                case 5 -> assetClass = reader.textOrEmpty();
                default -> cursor.skipValue();
            }
        }
        long available = numbers[2] == BodyReader.MISSING ? numbers[1] : numbers[2];
        return new HeldPosition(symbol, numbers[1], available, numbers[3], numbers[4], assetClass.equals("crypto"));
    }
}
