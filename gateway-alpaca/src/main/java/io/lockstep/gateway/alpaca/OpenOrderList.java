package io.lockstep.gateway.alpaca;

import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of open orders an operator's tool asks for. Stateless, cold path. */
final class OpenOrderList {
    private static final JsonKeys ORDER =
            JsonKeys.of("symbol", "client_order_id", "id", "side", "type", "qty", "filled_qty", "limit_price");

    private OpenOrderList() {}

    /** The orders; null when the body cannot be read to its end. */
    static @Nullable List<OpenOrder> read(byte[] body) {
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

    private static OpenOrder order(BodyReader reader) {
        String[] texts = {"", "", "", "", ""};
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
        boolean waits = texts[4].contains("stop");
        return new OpenOrder(
                texts[0],
                texts[1],
                texts[2],
                texts[3].equals("buy"),
                numbers[0],
                numbers[1],
                numbers[2],
                ClientOrderIds.hasForm(texts[1]),
                waits);
    }
}
