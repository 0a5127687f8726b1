package io.lockstep.transport.correlation;

import org.agrona.collections.Long2LongHashMap;

/**
 * Requests sent and not yet answered, each with its deadline. A request given up is remembered for a while, so that its answer is known
 * as late when it comes after all.
 *
 * <pre>
 *            add              complete
 *  (absent) ─────► OPEN ─────────────────► (absent)   IN_TIME
 *                   │ deadline, abandonAll
 *                   ▼           complete
 *                 GIVEN UP ──────────────► (absent)   LATE
 *                   │ its place is needed
 *                   ▼
 *                (absent)
 * </pre>
 *
 * <p>One thread; allocates nothing once constructed.
 */
public final class PendingRequests {
    private static final long ABSENT = -1;
    private static final float LOAD_FACTOR = 0.5f;

    private final Long2LongHashMap slotById;
    private final long[] ids;
    private final long[] contexts;
    private final long[] deadlinesNs;
    private final int[] links;
    private final boolean[] open;
    private int firstFree;
    private int oldestGivenUp;
    private int newestGivenUp;
    private int openCount;
    private long nextDeadlineNs = Long.MAX_VALUE;
    private long lateAnswers;
    private long unknownAnswers;

    /** @param capacity most requests remembered at once, open or given up; positive */
    public PendingRequests(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive: capacity=" + capacity);
        }
        slotById = new Long2LongHashMap(capacity * 2, LOAD_FACTOR, ABSENT);
        ids = new long[capacity];
        contexts = new long[capacity];
        deadlinesNs = new long[capacity];
        links = new int[capacity];
        open = new boolean[capacity];
        for (int slot = 0; slot < capacity; slot++) {
            links[slot] = slot + 1;
        }
        links[capacity - 1] = (int) ABSENT;
        oldestGivenUp = (int) ABSENT;
        newestGivenUp = (int) ABSENT;
    }

    /**
     * Notes a request.
     *
     * @param id unlike that of any other remembered request
     * @param context handed back when it is given up
     * @param deadlineNs when to give it up, monotonic
     * @return false, with nothing noted, when as many as fit are open or {@code id} is in use: do not send it
     */
    public boolean add(long id, long context, long deadlineNs) {
        if (slotById.get(id) != ABSENT) {
            return false;
        }
        int slot = takeSlot();
        if (slot < 0) {
            return false;
        }
        slotById.put(id, slot);
        ids[slot] = id;
        contexts[slot] = context;
        deadlinesNs[slot] = deadlineNs;
        open[slot] = true;
        openCount++;
        nextDeadlineNs = Math.min(nextDeadlineNs, deadlineNs);
        return true;
    }

    /** Takes an answer. */
    public Completion complete(long id) {
        int slot = (int) slotById.get(id);
        if (slot < 0) {
            unknownAnswers++;
            return Completion.UNKNOWN;
        }
        slotById.remove(id);
        if (open[slot]) {
            openCount--;
            open[slot] = false;
            free(slot);
            return Completion.IN_TIME;
        }
        lateAnswers++;
        unlinkGivenUp(slot);
        free(slot);
        return Completion.LATE;
    }

    /** What the caller noted with an open or given up request; {@code absent} where it is not remembered. */
    public long context(long id, long absent) {
        int slot = (int) slotById.get(id);
        return slot < 0 ? absent : contexts[slot];
    }

    /** Gives up the requests whose deadline has come. */
    public void poll(long nowNs, OverdueListener listener) {
        if (nowNs >= nextDeadlineNs) {
            giveUp(nowNs, listener);
        }
    }

    /** Gives up every open request: the connection they went out on is gone. */
    public void abandonAll(OverdueListener listener) {
        giveUp(Long.MAX_VALUE, listener);
    }

    /** Requests that wait for their answer. */
    public int openCount() {
        return openCount;
    }

    /** Answers that came after their request was given up. */
    public long lateAnswers() {
        return lateAnswers;
    }

    /** Answers to nothing that is remembered. */
    public long unknownAnswers() {
        return unknownAnswers;
    }

    private void giveUp(long nowNs, OverdueListener listener) {
        nextDeadlineNs = Long.MAX_VALUE;
        for (int slot = 0; slot < ids.length; slot++) {
            if (open[slot] && deadlinesNs[slot] <= nowNs) {
                open[slot] = false;
                openCount--;
                linkGivenUp(slot);
                listener.onOverdue(ids[slot], contexts[slot]);
            } else if (open[slot]) {
                nextDeadlineNs = Math.min(nextDeadlineNs, deadlinesNs[slot]);
            }
        }
    }

    private int takeSlot() {
        if (firstFree >= 0) {
            int slot = firstFree;
            firstFree = links[slot];
            return slot;
        }
        int slot = oldestGivenUp;
        if (slot >= 0) {
            unlinkGivenUp(slot);
            slotById.remove(ids[slot]);
        }
        return slot;
    }

    private void free(int slot) {
        links[slot] = firstFree;
        firstFree = slot;
    }

    private void linkGivenUp(int slot) {
        links[slot] = (int) ABSENT;
        if (newestGivenUp >= 0) {
            links[newestGivenUp] = slot;
        } else {
            oldestGivenUp = slot;
        }
        newestGivenUp = slot;
    }

    private void unlinkGivenUp(int slot) {
        int before = (int) ABSENT;
        for (int i = oldestGivenUp; i != slot; i = links[i]) {
            before = i;
        }
        if (before >= 0) {
            links[before] = links[slot];
        } else {
            oldestGivenUp = links[slot];
        }
        if (newestGivenUp == slot) {
            newestGivenUp = before;
        }
    }
}
