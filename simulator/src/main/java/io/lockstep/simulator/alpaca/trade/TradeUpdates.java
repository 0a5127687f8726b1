package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the trading streams what happens to their accounts' orders, and lets that go wrong on order. */
public final class TradeUpdates implements OrderEvents {
    private final Ids ids;
    private final List<TradingSession> sessions = new ArrayList<>();
    private boolean muted;
    private int dropped;
    private int duplicated;

    TradeUpdates(Ids ids) {
        this.ids = ids;
    }

    /** Says nothing more on any trading stream, though they stay open; or speaks again. */
    public void mute(boolean silent) {
        muted = silent;
    }

    /** Loses the next so many events. */
    public void drop(int events) {
        dropped = events;
    }

    /** Sends each of the next so many events twice. */
    public void duplicate(int events) {
        duplicated = events;
    }

    /** Breaks all trading streams without a word. */
    public void cut() {
        List.copyOf(sessions).forEach(TradingSession::cut);
    }

    /** Forgets who listens to what, though the streams stay open. */
    public void forgetListeners() {
        sessions.forEach(TradingSession::forget);
    }

    /** Number of trading streams open. */
    public int openStreams() {
        return sessions.size();
    }

    /** Whether an account has a trading stream. */
    boolean isConnected(int accountId) {
        return sessions.stream().anyMatch(each -> each.isOf(accountId));
    }

    void add(TradingSession session) {
        sessions.add(session);
    }

    void remove(TradingSession session) {
        sessions.remove(session);
    }

    @Override
    public void onEvent(String event, AlpacaOrder order, @Nullable Execution execution, long timeNs) {
        if (dropped > 0) {
            dropped--;
            return;
        }
        int times = duplicated > 0 && duplicated-- > 0 ? 2 : 1;
        String text = text(event, order, execution, timeNs);
        for (TradingSession session : List.copyOf(sessions)) {
            for (int i = 0; i < times && !muted; i++) {
                session.onUpdate(order.accountId, text);
            }
        }
    }

    private String text(String event, AlpacaOrder order, @Nullable Execution execution, long timeNs) {
        JsonWriter json =
                new JsonWriter().object().field("stream", "trade_updates").name("data");
        json.object()
                .field("event", event)
                .field("event_id", ids.rising(timeNs))
                .field("at", Rfc3339.utc(timeNs))
                .field("timestamp", Rfc3339.utc(timeNs))
                .name("order");
        OrderJson.write(json, order, true);
        if (execution != null) {
            json.field("price", FixedPoint.format(execution.price()))
                    .field("qty", FixedPoint.format(execution.quantity()))
                    .field("position_qty", FixedPoint.format(execution.positionQuantity()))
                    .field("execution_id", execution.id());
        }
        return json.end().end().toString();
    }
}
