package io.lockstep.gateway.alpaca.reference;

import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the latest trade of several symbols. Alpaca Market Data API, "Latest trades", read 2026-11. Stateless, cold path.
 */
public final class LatestPrices {
    private static final int TRADES_LENGTH = "trades".length();

    private LatestPrices() {}

    /** Prices by symbol, E8; empty when the body cannot be read. */
    public static Map<String, Long> read(byte[] body, int length) {
        Map<String, Long> prices = new HashMap<>();
        BodyReader reader = new BodyReader().wrap(body, 0, length);
        JsonCursor cursor = reader.cursor();
        cursor.beginObject();
        while (cursor.nextKey() != JsonCursor.END) {
            if (cursor.textLength() == TRADES_LENGTH && text(cursor).equals("trades")) {
                trades(reader, prices);
            } else {
                cursor.skipValue();
            }
        }
        cursor.finish();
        return cursor.isFaulty() ? Map.of() : prices;
    }

    private static void trades(BodyReader reader, Map<String, Long> prices) {
        JsonCursor cursor = reader.cursor();
        cursor.beginObject();
        while (cursor.nextKey() != JsonCursor.END) {
            String symbol = text(cursor);
            long price = price(reader);
            if (price != BodyReader.MISSING) {
                prices.put(symbol, price);
            }
        }
    }

    private static long price(BodyReader reader) {
        JsonCursor cursor = reader.cursor();
        long price = BodyReader.MISSING;
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'p') {
                price = reader.decimal();
            } else {
                cursor.skipValue();
            }
        }
        return price;
    }

    private static String text(JsonCursor cursor) {
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.UTF_8);
    }
}
