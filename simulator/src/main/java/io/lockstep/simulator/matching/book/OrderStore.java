package io.lockstep.simulator.matching.book;

import io.lockstep.simulator.order.OrderRequest;
import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All orders by id: the open ones of each account in the order in which they came, and the last closed ones for queries. Objects
 * are reused once a closed order is forgotten.
 */
public final class OrderStore {
    private final Long2ObjectHashMap<ClientOrder> byId = new Long2ObjectHashMap<>();
    private final ClientOrder[] closed;
    private @Nullable ClientOrder[] firstOpen = new ClientOrder[4];
    private @Nullable ClientOrder[] lastOpen = new ClientOrder[4];
    private @Nullable ClientOrder spare;
    private int closedHead;
    private int closedCount;
    private long lastId;

    /**
     * An empty store.
     *
     * @param closedOrders how many closed orders are kept
     */
    public OrderStore(int closedOrders) {
        closed = new ClientOrder[closedOrders];
    }

    /** A new order under the next id, the latest open one of its account. */
    public ClientOrder open(OrderRequest request, long timeNs) {
        ClientOrder order = claim();
        order.open(++lastId, request, timeNs);
        byId.put(order.id(), order);
        append(order);
        return order;
    }

    /** Moves an order from the open ones to the closed ones; the oldest of those may be forgotten. */
    public void close(ClientOrder order) {
        unlink(order);
        if (closedCount == closed.length) {
            forgetOldest();
        }
        closed[(closedHead + closedCount++) % closed.length] = order;
    }

    /** The order of an id, null if there is none or it is forgotten. */
    @Nullable
    public ClientOrder get(long id) {
        return byId.get(id);
    }

    /** The earliest open order of an account, null if there is none. */
    @Nullable
    public ClientOrder firstOpen(int accountId) {
        return accountId < firstOpen.length ? firstOpen[accountId] : null;
    }

    /** One more than the highest account id that may have orders. */
    public int accountLimit() {
        return firstOpen.length;
    }

    /** Number of open orders of an account on an instrument. */
    public int openCount(int accountId, int instrumentId) {
        int count = 0;
        for (ClientOrder order = firstOpen(accountId); order != null; order = order.openNext) {
            if (order.instrumentId() == instrumentId) {
                count++;
            }
        }
        return count;
    }

    /** Number of closed orders kept. */
    public int closedCount() {
        return closedCount;
    }

    /** A closed order, 0 being the oldest kept. */
    public ClientOrder closed(int index) {
        return closed[(closedHead + index) % closed.length];
    }

    private ClientOrder claim() {
        ClientOrder order = spare;
        if (order == null) {
            return new ClientOrder();
        }
        spare = order.openNext;
        order.openNext = null;
        return order;
    }

    private void forgetOldest() {
        ClientOrder oldest = closed[closedHead];
        closedHead = (closedHead + 1) % closed.length;
        closedCount--;
        byId.remove(oldest.id());
        oldest.openNext = spare;
        spare = oldest;
    }

    private void append(ClientOrder order) {
        int account = order.accountId();
        if (account >= firstOpen.length) {
            firstOpen = Arrays.copyOf(firstOpen, Math.max(account + 1, account * 2));
            lastOpen = Arrays.copyOf(lastOpen, Math.max(account + 1, account * 2));
        }
        ClientOrder last = lastOpen[account];
        order.openPrevious = last;
        order.openNext = null;
        if (last == null) {
            firstOpen[account] = order;
        } else {
            last.openNext = order;
        }
        lastOpen[account] = order;
    }

    private void unlink(ClientOrder order) {
        int account = order.accountId();
        ClientOrder before = order.openPrevious;
        ClientOrder after = order.openNext;
        if (before == null) {
            firstOpen[account] = after;
        } else {
            before.openNext = after;
        }
        if (after == null) {
            lastOpen[account] = before;
        } else {
            after.openPrevious = before;
        }
        order.openPrevious = null;
        order.openNext = null;
    }
}
