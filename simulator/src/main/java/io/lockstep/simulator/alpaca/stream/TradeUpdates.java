package io.lockstep.simulator.alpaca.stream;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.Execution;
import io.lockstep.simulator.alpaca.order.Ids;
import io.lockstep.simulator.alpaca.order.OrderEvents;
import io.lockstep.simulator.alpaca.order.OrderJson;
import io.lockstep.simulator.json.JsonWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what happens to their accounts' orders, and lets that go wrong on order. The latest of it is kept for those
 * who ask later.
 */
public final class TradeUpdates implements OrderEvents {
    private static final int KEPT = 50_000;

    private final Ids ids;
    private final List<UpdateReader> readers = new ArrayList<>();
    private final Deque<Update> told = new ArrayDeque<>();
    private boolean muted;
    private int dropped;
    private int duplicated;

    /** Nobody listens yet. */
    public TradeUpdates(Ids ids) {
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
        List.copyOf(readers).forEach(UpdateReader::cut);
    }

    /** Forgets who listens to what, though the streams stay open. */
    public void forgetListeners() {
        readers.forEach(UpdateReader::forget);
    }

    /** Number of connections open. */
    public int openStreams() {
        return readers.size();
    }

    /** Whether an account has a trading stream. */
    public boolean isConnected(int accountId) {
        return readers.stream().anyMatch(each -> each.holdsStreamOf(accountId));
    }

    void add(UpdateReader reader) {
        readers.add(reader);
    }

    void remove(UpdateReader reader) {
        readers.remove(reader);
    }

    /** Everything there was to tell, also what was lost or kept back on the way, oldest first. */
    List<Update> told() {
        return List.copyOf(told);
    }

    @Override
    public void onEvent(String event, AlpacaOrder order, @Nullable Execution execution, long timeNs) {
        String id = ids.rising(timeNs);
        Update update = new Update(order.accountId(), timeNs, id, text(id, event, order, execution, timeNs));
        told.add(update);
        if (told.size() > KEPT) {
            told.remove();
        }
        if (dropped > 0) {
            dropped--;
            return;
        }
        int times = duplicated > 0 && duplicated-- > 0 ? 2 : 1;
        for (UpdateReader reader : List.copyOf(readers)) {
            for (int i = 0; i < times && !muted; i++) {
                reader.onUpdate(update);
            }
        }
    }

    private static String text(String id, String event, AlpacaOrder order, @Nullable Execution execution, long timeNs) {
        JsonWriter json = new JsonWriter()
                .object()
                .field("event", event)
                .field("event_id", id)
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
        return json.end().toString();
    }
}
