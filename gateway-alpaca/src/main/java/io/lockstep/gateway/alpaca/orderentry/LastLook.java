package io.lockstep.gateway.alpaca.orderentry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order as its venue will, from the body that is about to leave, and holds it against the command it was written from: same symbol and
 * side, same prices, no more than was asked for. Shares nothing with what wrote it, so that a slip there stops here.
 *
 * <p>FIA "Best Practices for Automated Trading Risk Controls", 2024: several independent components. One thread.
 */
public final class LastLook {
    private static final JsonKeys FIELDS =
            JsonKeys.of("symbol", "side", "qty", "notional", "limit_price", "stop_price");

    private final JsonCursor cursor = new JsonCursor();
    private boolean sized;

    /**
     * Looks at a new order or a change.
     *
     * @param symbol of its instrument, as the venue writes it
     * @param quantity the most it may say: the command's, or what there is to close where the command names none; base currency, E8
     * @return the first field that differs, null where none does
     */
    public @Nullable String differs(OrderCommandDecoder command, String symbol, long quantity, JsonText body) {
        sized = command.action() == OrderAction.REPLACE;
        cursor.wrap(body.bytes(), 0, body.length()).beginObject();
        for (int key = cursor.nextKey(FIELDS); key != JsonCursor.END; key = cursor.nextKey(FIELDS)) {
            String differs = field(command, symbol, quantity, key);
            if (differs != null) {
                return differs;
            }
        }
        return cursor.isFaulty() ? "syntax" : sized ? null : "qty";
    }

    private @Nullable String field(OrderCommandDecoder command, String symbol, long quantity, int key) {
        return switch (key) {
            case 0 -> isText(symbol) ? null : "symbol";
            case 1 -> isText(command.side() == Side.BUY ? "buy" : "sell") ? null : "side";
            case 2 -> isWithin(quantity) ? null : "qty";
            case 3 -> isWithin(command.notional()) ? null : "notional";
            case 4 -> cursor.readDecimal() == command.price() ? null : "limit_price";
            case 5 -> cursor.readDecimal() == command.stopPrice() ? null : "stop_price";
            default -> {
                cursor.skipValue();
                yield null;
            }
        };
    }

    private boolean isText(String expected) {
        cursor.readText();
        return cursor.textIs(expected.getBytes(UTF_8));
    }

    private boolean isWithin(long wanted) {
        sized = true;
        long written = cursor.readDecimal();
        return wanted != FixedPoint.NULL && written > 0 && written <= wanted;
    }
}
