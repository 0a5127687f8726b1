package io.lockstep.gateway.binance.session;

import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.transport.correlation.Completion;
import java.util.function.Consumer;

/**
 * Requests sent on sockets and not yet answered. The engine thread adds, network threads complete, the orders thread gives up; each call
 * holds a lock briefly and allocates nothing, except that giving up hands out copies.
 *
 * <p>A request's sequence finds its place. What was given up stays there until its place is taken, so that its answer is known as late.
 */
public final class RequestLedger {
    /** Answer of {@link #add}: as many as fit are open. */
    public static final long FULL = -1;

    private static final RequestId NOTHING = new RequestId();

    private final RequestId[] ids;
    private final boolean[] open;
    private final int[] generations;
    private final long[] sentNs;
    private final long[] deadlinesNs;
    private long nextSequence = 1;
    private int openCount;

    /** @param capacity most requests open at once, positive */
    public RequestLedger(int capacity) {
        ids = new RequestId[capacity];
        open = new boolean[capacity];
        generations = new int[capacity];
        sentNs = new long[capacity];
        deadlinesNs = new long[capacity];
        for (int i = 0; i < capacity; i++) {
            ids[i] = new RequestId();
        }
    }

    /**
     * Notes a request that is about to be sent.
     *
     * @param id copied; its sequence is set to the answer
     * @param generation of the session it is sent on
     * @param venueNs the venue's time, UTC, nanoseconds
     * @param deadlineNs when to give it up, our time, nanoseconds
     * @return its sequence, or {@link #FULL}: do not send it
     */
    public synchronized long add(RequestId id, int generation, long venueNs, long deadlineNs) {
        int slot = slot(nextSequence);
        if (open[slot]) {
            return FULL;
        }
        id.sequence(nextSequence);
        ids[slot].set(id);
        open[slot] = true;
        generations[slot] = generation;
        sentNs[slot] = venueNs;
        deadlinesNs[slot] = deadlineNs;
        openCount++;
        return nextSequence++;
    }

    /** Takes an answer, or takes back a request that was not sent after all. */
    public synchronized Completion complete(RequestId id) {
        int slot = slot(id.sequence());
        if (ids[slot].sequence() != id.sequence() || ids[slot].kind() != id.kind()) {
            return Completion.UNKNOWN;
        }
        boolean inTime = open[slot];
        open[slot] = false;
        openCount -= inTime ? 1 : 0;
        return inTime ? Completion.IN_TIME : Completion.LATE;
    }

    /** When a remembered request was sent, the venue's time, nanoseconds; 0 for one that is not remembered. */
    public synchronized long sentNs(RequestId id) {
        int slot = slot(id.sequence());
        return ids[slot].sequence() == id.sequence() ? sentNs[slot] : 0;
    }

    /** Requests that wait for their answer. */
    public synchronized int openCount() {
        return openCount;
    }

    /** Gives up the requests whose deadline has come; tells of each after the lock is released. */
    public void giveUpOverdue(long nowNs, Consumer<RequestId> listener) {
        giveUp(Integer.MIN_VALUE, nowNs, listener);
    }

    /** Gives up every request that went out on a session; tells of each after the lock is released. */
    public void giveUpSession(int generation, Consumer<RequestId> listener) {
        giveUp(generation, Long.MAX_VALUE, listener);
    }

    private void giveUp(int generation, long nowNs, Consumer<RequestId> listener) {
        for (int slot = 0; openCount() > 0 && slot < ids.length; slot++) {
            RequestId given = tryGiveUp(slot, generation, nowNs);
            if (given.kind() != 0) {
                listener.accept(given);
            }
        }
    }

    private synchronized RequestId tryGiveUp(int slot, int generation, long nowNs) {
        boolean concerned = generation == Integer.MIN_VALUE || generations[slot] == generation;
        if (!open[slot] || !concerned || deadlinesNs[slot] > nowNs) {
            return NOTHING;
        }
        open[slot] = false;
        openCount--;
        return new RequestId().set(ids[slot]);
    }

    private int slot(long sequence) {
        return (int) (sequence % ids.length);
    }
}
