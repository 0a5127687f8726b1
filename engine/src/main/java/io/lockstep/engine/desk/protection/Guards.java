package io.lockstep.engine.desk.protection;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryMap;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.sbe.ScopeKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The guards in use and the free ones; preallocated. An entry that ended keeps its place for late fills until the place is needed. */
final class Guards implements CarriedPart {
    private static final String SERIES = "GUARD";

    private final OrderTable orders;
    private final Guard[] all;
    private int used;

    Guards(OrderTable orders, int room) {
        this.orders = orders;
        all = new Guard[room];
        for (int i = 0; i < room; i++) {
            all[i] = new Guard();
        }
    }

    /** Every place, free ones among them. */
    Guard[] all() {
        return all;
    }

    boolean isEmpty() {
        return used == 0;
    }

    @Override
    public void carryTo(CarryWriter writer) {
        for (Guard guard : all) {
            int account = writer.account(guard.accountId);
            int instrument = writer.instrument(guard.instrumentId);
            if (guard.phase != Guard.Phase.FREE && account != CarryMap.GONE && instrument != CarryMap.GONE) {
                writer.series(ScopeKind.STRATEGY, guard.strategyId, SERIES, guard.numbers(account, instrument));
            }
        }
    }

    /**
     * Takes a guard of the epoch before.
     *
     * @throws IllegalStateException if the configuration has room for fewer than are in use
     */
    @Override
    public void carried(CarriedSeries series) {
        if (!series.isNamed(SERIES)) {
            return;
        }
        Guard guard = Arrays.stream(all)
                .filter(each -> each.phase == Guard.Phase.FREE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room for the guards of before: room=" + all.length));
        guard.carried(series.scopeId(), series.values());
        used++;
    }

    /** A free guard, else the place of an entry that ended; null if there is neither. */
    @Nullable
    Guard free() {
        Guard ended = null;
        for (Guard guard : all) {
            if (guard.phase == Guard.Phase.FREE) {
                return guard;
            }
            if (guard.phase == Guard.Phase.ENTRY && ended == null && isOver(guard)) {
                ended = guard;
            }
        }
        if (ended != null) {
            release(ended);
        }
        return ended;
    }

    void take(Guard guard, Guard.Phase phase, long nowNs) {
        guard.phase = phase;
        guard.sinceNs = nowNs;
        used++;
    }

    void release(Guard guard) {
        guard.phase = Guard.Phase.FREE;
        used--;
    }

    /** The guard that waits for an order to trade, or null. */
    @Nullable
    Guard entryOf(Order order) {
        for (Guard guard : all) {
            if (isEntry(guard, order)) {
                return guard;
            }
        }
        return null;
    }

    static boolean isEntry(Guard guard, Order order) {
        boolean named = guard.entryId == order.orderId() || guard.entryId == order.previousId();
        return guard.phase == Guard.Phase.ENTRY && guard.entryId != 0 && named;
    }

    private boolean isOver(Guard entry) {
        Order order = orders.find(entry.entryId);
        return order == null || !order.state().isOpen();
    }
}
