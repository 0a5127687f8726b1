package io.lockstep.gateway.binance.orderentry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order as its venue will, from the bytes that are about to leave, and holds it against the command it was written from: same symbol and
 * side, same prices, no more than was asked for. Shares nothing with what wrote them, so that a slip there stops here.
 *
 * <p>FIA "Best Practices for Automated Trading Risk Controls", 2024: several independent components. Allocates nothing for frames. One thread.
 */
public final class LastLook {
    private static final JsonKeys ENVELOPE = JsonKeys.of("params");
    private static final JsonKeys FIELDS =
            JsonKeys.of("symbol", "side", "quantity", "newQty", "quoteOrderQty", "price", "stopPrice", "triggerPrice");
    private static final byte[] BUY = "BUY".getBytes(US_ASCII);
    private static final byte[] SELL = "SELL".getBytes(US_ASCII);

    private final Int2ObjectHashMap<byte[]> symbols = new Int2ObjectHashMap<>();
    private final JsonCursor cursor = new JsonCursor();
    private boolean sized;

    /** A look at orders in these instruments. */
    public LastLook(List<Instrument> instruments) {
        instruments.forEach(each -> symbols.put(each.id(), each.symbol().getBytes(US_ASCII)));
    }

    /**
     * Looks at a request on its way to the WebSocket API.
     *
     * @return the first field that differs from a new order's or a change's command, null where none does and for every other command
     */
    public @Nullable String differs(OrderCommandDecoder command, TextBuffer frame) {
        if (!adds(command)) {
            return null;
        }
        cursor.wrap(frame.array(), 0, frame.length()).beginObject();
        for (int key = cursor.nextKey(ENVELOPE); key != JsonCursor.END; key = cursor.nextKey(ENVELOPE)) {
            if (key == 0) {
                return order(command);
            }
            cursor.skipValue();
        }
        return "params";
    }

    /** Looks at a request on its way by REST: its query string without a signature. Allocates. */
    public @Nullable String differsQuery(OrderCommandDecoder command, TextBuffer query) {
        if (!adds(command)) {
            return null;
        }
        String text = new String(query.array(), 0, query.length(), US_ASCII);
        byte[] json = ("{\"" + text.replace("=", "\":\"").replace("&", "\",\"") + "\"}").getBytes(US_ASCII);
        cursor.wrap(json, 0, json.length);
        return order(command);
    }

    private static boolean adds(OrderCommandDecoder command) {
        return command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE;
    }

    private @Nullable String order(OrderCommandDecoder command) {
        sized = command.flags().closePosition();
        cursor.beginObject();
        for (int key = cursor.nextKey(FIELDS); key != JsonCursor.END; key = cursor.nextKey(FIELDS)) {
            String differs = field(command, key);
            if (differs != null) {
                return differs;
            }
        }
        return cursor.isFaulty() ? "syntax" : sized ? null : "quantity";
    }

    private @Nullable String field(OrderCommandDecoder command, int key) {
        return switch (key) {
            case 0 -> isText(symbols.get(command.instrumentId())) ? null : "symbol";
            case 1 -> isText(command.side() == Side.BUY ? BUY : SELL) ? null : "side";
            case 2, 3 -> isWithin(command.quantity()) ? null : "quantity";
            case 4 -> isWithin(command.notional()) ? null : "quoteOrderQty";
            case 5 -> cursor.readDecimal() == command.price() ? null : "price";
            case 6, 7 -> cursor.readDecimal() == command.stopPrice() ? null : "stopPrice";
            default -> {
                cursor.skipValue();
                yield null;
            }
        };
    }

    private boolean isText(byte @Nullable [] expected) {
        cursor.readText();
        return expected != null && cursor.textIs(expected);
    }

    /** A change may ask for less than the whole, for what is filled stays filled. */
    private boolean isWithin(long wanted) {
        sized = true;
        long written = cursor.readDecimal();
        return wanted != FixedPoint.NULL && written > 0 && written <= wanted;
    }
}
