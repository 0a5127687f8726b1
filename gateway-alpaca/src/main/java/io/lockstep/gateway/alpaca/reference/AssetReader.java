package io.lockstep.gateway.alpaca.reference;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code GET /v2/assets} and {@code GET /v2/assets/{symbol}}. Alpaca Trading API, "Assets", read 2026-11. */
public final class AssetReader {
    private static final JsonKeys KEYS = JsonKeys.of(
            "id",
            "symbol",
            "class",
            "exchange",
            "status",
            "tradable",
            "marginable",
            "shortable",
            "fractionable",
            "attributes",
            "min_order_size",
            "min_trade_increment",
            "price_increment");

    private final BodyReader reader = new BodyReader();

    /** The assets of a body that is one or a list of them; null when it cannot be read. */
    public @Nullable List<Asset> read(byte[] body, int length) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        List<Asset> assets = new ArrayList<>();
        if (cursor.peek() == '{') {
            assets.add(asset(cursor));
        } else {
            cursor.beginArray();
            while (cursor.nextElement()) {
                assets.add(asset(cursor));
            }
        }
        cursor.finish();
        return cursor.isFaulty()
                        || assets.stream().anyMatch(asset -> asset.symbol().isEmpty())
                ? null
                : assets;
    }

    private Asset asset(JsonCursor cursor) {
        String[] texts = {"", "", "", "", ""};
        boolean[] flags = new boolean[4];
        long[] steps = {FixedPoint.NULL, FixedPoint.NULL, FixedPoint.NULL};
        Set<String> attributes = Set.of();
        cursor.beginObject();
        for (int key = cursor.nextKey(KEYS); key != JsonCursor.END; key = cursor.nextKey(KEYS)) {
            switch (key) {
                case 0, 1, 2, 3, 4 -> texts[key] = reader.textOrEmpty();
                case 5, 6, 7, 8 -> flags[key - 5] = reader.bool();
                case 9 -> attributes = attributes(cursor);
                case 10, 11, 12 -> steps[key - 10] = reader.decimal();
                default -> cursor.skipValue();
            }
        }
        return new Asset(
                texts[0],
                texts[1],
                Asset.Kind.of(texts[2]),
                texts[3],
                texts[4].equals("active"),
                flags[0],
                flags[1],
                flags[2],
                flags[3],
                attributes,
                steps[0],
                steps[1],
                steps[2]);
    }

    private Set<String> attributes(JsonCursor cursor) {
        Set<String> attributes = new HashSet<>();
        if (!cursor.readNull()) {
            cursor.beginArray();
            while (cursor.nextElement()) {
                attributes.add(reader.textOrEmpty());
            }
        }
        return attributes;
    }
}
