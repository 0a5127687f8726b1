package io.lockstep.launcher.swarm.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's side of the wire: answers and user events as Binance words them, with only the fields it documents. A change keeps the order: spot tells it
 * as an amendment under a new client id, futures go on with the first one.
 *
 * <p>Binance Spot API, "WebSocket API" and "User Data Streams", USDⓈ-M Futures, "Websocket API General Info", "Event: Order Update" and "Event: Algo Order
 * Update", read 2026-11.
 */
final class BinanceWords {
    /** The journal's tag in client ids. */
    static final long RUN_ID = 1;

    private static final long MS = 1_000_000;
    private static final long BOOK_IDS = 1_000_000_000L;
    private static final String SOMEBODY_ELSE = "web_by_hand";

    private final boolean spot;
    private final List<Instrument> instruments;
    private final StringBuilder text = new StringBuilder(512);
    private final byte[] id = new byte[ClientOrderId.LENGTH];

    BinanceWords(boolean spot, List<Instrument> instruments) {
        this.spot = spot;
        this.instruments = List.copyOf(instruments);
    }

    /** Done; what came of it is told by events. */
    byte[] done(String request) {
        return begin(request, 200).append(",\"result\":{}}").toString().getBytes(US_ASCII);
    }

    /** An order was taken. */
    byte[] placed(String request, VenueOrder order, long nowNs) {
        begin(request, 200).append(",\"result\":{\"symbol\":\"").append(symbol(order));
        text.append(isAlgo(order) ? "\",\"algoId\":" : "\",\"orderId\":").append(order.venueId());
        text.append(spot ? ",\"transactTime\":" : ",\"updateTime\":").append(nowNs / MS);
        return end("}}");
    }

    /**
     * An order as it stands.
     *
     * @param asAlgo whether it was asked for as what it was placed as, a conditional one
     */
    byte[] found(String request, VenueOrder order, boolean asAlgo, long nowNs) {
        begin(request, 200).append(",\"result\":{\"symbol\":\"").append(symbol(order));
        if (asAlgo) {
            text.append("\",\"algoId\":").append(order.venueId());
            text.append(",\"clientAlgoId\":\"").append(clientId(order));
            text.append("\",\"algoStatus\":\"").append(algoState(order));
            text.append("\",\"actualOrderId\":\"").append(order.isTriggered() ? bookId(order) : "");
            decimal("\",\"quantity\":\"", order.quantity());
        } else {
            text.append("\",\"orderId\":").append(bookId(order));
            text.append(",\"clientOrderId\":\"").append(clientId(order));
            text.append("\",\"status\":\"").append(state(order));
            decimal("\",\"origQty\":\"", order.quantity());
            decimal("\",\"executedQty\":\"", order.cumQty());
        }
        decimal("\",\"price\":\"", price(order));
        text.append("\",\"side\":\"").append(side(order));
        return end("\",\"updateTime\":" + nowNs / MS + "}}");
    }

    /** Refused, or nobody knows. */
    byte[] error(String request, Refusal refusal) {
        begin(request, refusal.status()).append(",\"error\":{\"code\":").append(refusal.code());
        return end(",\"msg\":\"" + refusal.words() + "\"}}");
    }

    /** A change that canceled the order and did not place what was to take its place. */
    byte[] onlyCanceled(String request, VenueOrder order) {
        begin(request, 409)
                .append(",\"error\":{\"code\":-2021,\"msg\":\"Order cancel-replace partially failed.\",\"data\":");
        text.append("{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"FAILURE\",\"cancelResponse\":{\"symbol\":\"");
        text.append(symbol(order)).append("\",\"origClientOrderId\":\"").append(clientId(order));
        return end("\"},\"newOrderResponse\":{\"code\":-2010,\"msg\":\"Order would immediately match.\"}}}}");
    }

    /** An order was taken. */
    byte[] accepted(VenueOrder order, long nowNs) {
        return isAlgo(order) ? algo(order, "NEW", nowNs) : report(order, "NEW", null, nowNs);
    }

    /** A conditional order is in the book. */
    byte[] triggered(VenueOrder order, long nowNs) {
        return algo(order, "TRIGGERED", nowNs);
    }

    /** An order is no longer open. */
    byte[] canceled(VenueOrder order, long nowNs) {
        return isAlgo(order) && !order.isTriggered()
                ? algo(order, "CANCELED", nowNs)
                : report(order, "CANCELED", null, nowNs);
    }

    /** An order was changed. */
    byte[] replaced(VenueOrder order, long nowNs) {
        return report(order, spot ? "REPLACED" : "AMENDMENT", null, nowNs);
    }

    /** An order traded. */
    byte[] filled(VenueFill fill, long nowNs) {
        return report(fill.order(), "TRADE", fill, nowNs);
    }

    private byte[] report(VenueOrder order, String what, @Nullable VenueFill fill, long nowNs) {
        boolean renamed = what.equals("REPLACED");
        text.setLength(0);
        text.append(spot ? "{\"e\":\"executionReport\",\"E\":" : "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":");
        text.append(nowNs / MS).append(",\"T\":").append(nowNs / MS);
        text.append(spot ? "" : ",\"o\":{\"T\":" + nowNs / MS);
        text.append(",\"s\":\"").append(symbol(order)).append("\",\"c\":\"");
        text.append(fill == null ? clientId(order) : clientId(order, fill.orderId()));
        text.append("\",\"S\":\"").append(side(order));
        decimal("\",\"q\":\"", order.quantity());
        decimal("\",\"p\":\"", price(order));
        if (spot) {
            text.append("\",\"C\":\"")
                    .append(renamed ? clientId(order, order.formerId()) : "")
                    .append("\",\"r\":\"NONE");
        }
        text.append("\",\"x\":\"").append(what).append("\",\"X\":\"");
        text.append(fill == null ? state(order) : fill.leavesQty() == 0 ? "FILLED" : "PARTIALLY_FILLED");
        decimal("\",\"z\":\"", fill == null ? order.cumQty() : fill.cumQty());
        text.append("\",\"i\":").append(bookId(order));
        traded(fill);
        return end(spot ? "}" : ",\"er\":\"0\"}}");
    }

    private void traded(@Nullable VenueFill fill) {
        if (fill == null) {
            text.append(
                    spot
                            ? ",\"t\":-1,\"I\":0,\"l\":\"0\",\"L\":\"0\",\"n\":\"0\",\"N\":null"
                            : ",\"t\":0,\"l\":\"0\",\"L\":\"0\"");
            return;
        }
        text.append(",\"t\":").append(fill.execId());
        decimal(",\"l\":\"", fill.quantity());
        decimal("\",\"L\":\"", fill.price());
        decimal("\",\"n\":\"", fill.fee());
        text.append("\",\"N\":\"").append(fill.feeAsset()).append("\",\"m\":").append(fill.maker());
    }

    private byte[] algo(VenueOrder order, String state, long nowNs) {
        text.setLength(0);
        text.append("{\"e\":\"ALGO_UPDATE\",\"T\":")
                .append(nowNs / MS)
                .append(",\"E\":")
                .append(nowNs / MS);
        text.append(",\"o\":{\"caid\":\"")
                .append(clientId(order))
                .append("\",\"aid\":")
                .append(order.venueId());
        text.append(",\"s\":\"").append(symbol(order)).append("\",\"S\":\"").append(side(order));
        text.append("\",\"X\":\"").append(state);
        decimal("\",\"q\":\"", order.quantity());
        decimal("\",\"p\":\"", price(order));
        return end("\",\"ai\":\"" + (order.isTriggered() ? bookId(order) : "") + "\"}}");
    }

    private StringBuilder begin(String request, int status) {
        text.setLength(0);
        return text.append("{\"id\":\"")
                .append(request)
                .append("\",\"status\":")
                .append(status);
    }

    private byte[] end(String rest) {
        return text.append(rest).toString().getBytes(US_ASCII);
    }

    /** An amount that is not negative, with all of its eight decimals. */
    private void decimal(String before, long value) {
        String fraction = Long.toString(FixedPoint.ONE + value % FixedPoint.ONE);
        text.append(before).append(value / FixedPoint.ONE).append('.').append(fraction, 1, fraction.length());
    }

    private boolean isAlgo(VenueOrder order) {
        return !spot && order.wish().isConditional();
    }

    /** Once triggered, a conditional order is another one in the book, with an id of the venue's choice. */
    private long bookId(VenueOrder order) {
        return isAlgo(order) ? BOOK_IDS + order.venueId() : order.venueId();
    }

    private String symbol(VenueOrder order) {
        return instruments.get(order.wish().instrumentId()).symbol();
    }

    private String clientId(VenueOrder order) {
        return clientId(order, spot ? order.currentId() : order.wish().clientId());
    }

    private String clientId(VenueOrder order, long ours) {
        if (order.isForeign()) {
            return SOMEBODY_ELSE;
        }
        ClientOrderId.encode(
                ClientOrderId.ORDER, RUN_ID, spot ? ours : order.wish().clientId(), id, 0);
        return new String(id, US_ASCII);
    }

    private static String side(VenueOrder order) {
        return order.wish().buy() ? "BUY" : "SELL";
    }

    private static long price(VenueOrder order) {
        return order.price() == FixedPoint.NULL ? 0 : order.price();
    }

    private static String state(VenueOrder order) {
        if (order.isOpen()) {
            return order.cumQty() > 0 ? "PARTIALLY_FILLED" : "NEW";
        }
        return order.cumQty() >= order.quantity() ? "FILLED" : "CANCELED";
    }

    private static String algoState(VenueOrder order) {
        if (!order.isTriggered()) {
            return order.isOpen() ? "NEW" : "CANCELED";
        }
        return order.isOpen() ? "TRIGGERED" : "FINISHED";
    }
}
