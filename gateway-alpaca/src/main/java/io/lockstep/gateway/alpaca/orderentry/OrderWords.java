package io.lockstep.gateway.alpaca.orderentry;

import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;

/** The venue's words for ours; empty where it has none. Stateless. */
final class OrderWords {
    private OrderWords() {}

    static String type(OrderType type) {
        return switch (type) {
            case MARKET -> "market";
            case LIMIT -> "limit";
            case STOP_MARKET -> "stop";
            case STOP_LIMIT -> "stop_limit";
            case TRAILING_STOP -> "trailing_stop";
            default -> "";
        };
    }

    static String timeInForce(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> "day";
            case GTC -> "gtc";
            case IOC -> "ioc";
            case FOK -> "fok";
            case OPG -> "opg";
            case CLS -> "cls";
            default -> "";
        };
    }

    static String side(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    /** What the order does to a position it may only close. */
    static String closingIntent(Side side) {
        return side == Side.BUY ? "buy_to_close" : "sell_to_close";
    }
}
