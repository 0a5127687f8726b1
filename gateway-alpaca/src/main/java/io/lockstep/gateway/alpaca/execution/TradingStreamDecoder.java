package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decodes the trading stream. Alpaca WebSocket Streaming, read 2026-11. A message is one JSON object, in a binary frame on paper and said
 * to be in a text frame live: only the payload is looked at, never the frame's kind.
 *
 * <p>Owned by the network thread of its connection.
 */
public final class TradingStreamDecoder {
    private static final JsonKeys ENVELOPE = JsonKeys.of("stream", "action", "data");
    private static final JsonKeys KINDS = JsonKeys.of("trade_updates", "authorization", "listening", "error");
    private static final JsonKeys UPDATE = JsonKeys.of("event", "order", "timestamp", "price", "qty", "execution_id");
    private static final JsonKeys CONTROL = JsonKeys.of("status", "action", "message", "streams", "error_message");
    private static final int MOST_ID = 40;
    private static final int MOST_EVENT_NAME = 40;

    private final BodyReader envelope = new BodyReader();
    private final BodyReader data = new BodyReader();
    private final Execution execution = new Execution();
    private final StringBuilder eventName = new StringBuilder(MOST_EVENT_NAME);
    private final StringBuilder reason = new StringBuilder(2 * MOST_EVENT_NAME);
    private final OrderBody order;
    private final OrderReports reports;
    private final Listener listener;
    private final ReportCounters counters;

    TradingStreamDecoder(Symbols symbols, OrderReports reports, Listener listener, ReportCounters counters) {
        this.order = new OrderBody(symbols);
        this.reports = reports;
        this.listener = listener;
        this.counters = counters;
    }

    /**
     * Decodes one message.
     *
     * @param receivedNs when it was read, UTC, nanoseconds
     */
    public void decode(byte[] frame, int offset, int length, long receivedNs) {
        JsonCursor cursor = envelope.wrap(frame, offset, length).cursor();
        int kind = JsonKeys.UNKNOWN;
        int dataStart = offset;
        int dataEnd = offset;
        cursor.beginObject();
        for (int key = cursor.nextKey(ENVELOPE); key != JsonCursor.END; key = cursor.nextKey(ENVELOPE)) {
            switch (key) {
                case 0, 1 -> {
                    cursor.readText();
                    kind = KINDS.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
                }
                case 2 -> {
                    cursor.peek();
                    dataStart = cursor.position();
                    cursor.skipValue();
                    dataEnd = cursor.position();
                }
                default -> cursor.skipValue();
            }
        }
        cursor.finish();
        if (cursor.isFaulty() || dataEnd == dataStart) {
            counters.count(ReportIssue.UNREADABLE);
        } else {
            data.wrap(frame, dataStart, dataEnd - dataStart);
            dispatch(kind, receivedNs);
        }
    }

    private void dispatch(int kind, long receivedNs) {
        switch (kind) {
            case 0 -> tradeUpdate(receivedNs);
            case 1, 2, 3 -> control(kind);
            default -> counters.count(ReportIssue.UNKNOWN_MESSAGE);
        }
    }

    private void tradeUpdate(long receivedNs) {
        TradeEvent event = readUpdate();
        if (data.cursor().isFaulty()) {
            counters.count(ReportIssue.UNREADABLE);
            return;
        }
        if (event == TradeEvent.UNKNOWN) {
            counters.count(ReportIssue.UNKNOWN_EVENT);
        }
        if (event.execType() == ExecType.FILL) {
            reports.fill(order, execution, ReportSource.STREAM, receivedNs);
        } else {
            reports.order(order, event.execType(), ReportSource.STREAM, execution.timeNs, reason(event), receivedNs);
        }
        if (event.needsQuery()) {
            listener.onQueryNeeded(order.venueOrderId.toString(), event);
        }
    }

    private TradeEvent readUpdate() {
        TradeEvent event = TradeEvent.UNKNOWN;
        JsonCursor cursor = data.cursor();
        execution.clear();
        order.clear();
        eventName.setLength(0);
        cursor.beginObject();
        for (int key = cursor.nextKey(UPDATE); key != JsonCursor.END; key = cursor.nextKey(UPDATE)) {
            switch (key) {
                case 0 -> {
                    data.ascii(eventName, MOST_EVENT_NAME);
                    event = TradeEvent.of(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
                }
                case 1 -> order.read(data);
                case 2 -> execution.timeNs = data.time();
                case 3 -> execution.price = data.decimal();
                case 4 -> execution.quantity = data.decimal();
                case 5 -> data.ascii(execution.id, MOST_ID);
                default -> cursor.skipValue();
            }
        }
        return event;
    }

    /** Names what a report's kind alone does not tell: the exact event, and the order that took this one's place. */
    private CharSequence reason(TradeEvent event) {
        reason.setLength(0);
        if (event.execType() == ExecType.STATUS) {
            reason.append(eventName);
        } else if (event == TradeEvent.REPLACED) {
            reason.append("replaced_by=").append(order.replacedBy);
        }
        return reason;
    }

    private void control(int kind) {
        String[] texts = {"", "", "", "", ""};
        Set<String> streams = new TreeSet<>();
        JsonCursor cursor = data.cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(CONTROL); key != JsonCursor.END; key = cursor.nextKey(CONTROL)) {
            if (key == 3) {
                cursor.beginArray();
                while (cursor.nextElement()) {
                    streams.add(data.textOrEmpty());
                }
            } else if (key >= 0) {
                texts[key] = data.textOrEmpty();
            } else {
                cursor.skipValue();
            }
        }
        if (cursor.isFaulty()) {
            counters.count(ReportIssue.UNREADABLE);
            return;
        }
        switch (kind) {
            case 1 -> listener.onAuthorization(texts[0].equals("authorized"), texts[1], texts[2]);
            case 2 -> listener.onListening(streams);
            default -> listener.onError(texts[4]);
        }
    }

    /** Told what the stream says besides order events. Called on the network thread. */
    public interface Listener {
        /** The venue answers about the keys. */
        void onAuthorization(boolean authorized, String action, String message);

        /** The venue names the streams it sends. */
        void onListening(Set<String> streams);

        /** The venue reports an error. */
        void onError(String message);

        /** An event leaves doubt about an order: read it again and tell a person. */
        void onQueryNeeded(String venueOrderId, TradeEvent event);
    }
}
