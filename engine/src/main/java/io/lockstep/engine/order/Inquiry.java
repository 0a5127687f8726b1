package io.lockstep.engine.order;

/**
 * What was asked about an order whose outcome is unknown, and what came back empty. Pooled with its order; owned by the same thread.
 *
 * <p>A round is complete when the query, the list of open orders and the list of fills have each come back without the order, all asked for
 * after the moment from which absence may be believed. One sighting ends it all. Where a change that gives an order a new id is under way and the
 * order is over under its first, the venue is asked for the new one.
 */
public final class Inquiry {
    private long sinceNs;
    private long dueNs;
    private long askedNs;
    private int queries;
    private int rounds;
    private boolean notFound;
    private boolean notListed;
    private boolean notTraded;
    private boolean firstIdOver;
    private boolean newIdAsked;

    Inquiry() {}

    /** Forgets everything. */
    public void clear() {
        sinceNs = 0;
        dueNs = 0;
        askedNs = 0;
        queries = 0;
        rounds = 0;
        firstIdOver = false;
        newIdAsked = false;
        forgetEvidence();
    }

    /**
     * Starts, unless it is under way.
     *
     * @param nowNs when the answer was found to be lost, UTC, nanoseconds
     * @param firstDueNs when to ask first
     */
    public void start(long nowNs, long firstDueNs) {
        if (sinceNs == 0) {
            clear();
            sinceNs = nowNs;
            dueNs = firstDueNs;
        }
    }

    /** Notes that the venue was asked, and when to ask again. */
    public void asked(long nowNs, long nextDueNs) {
        askedNs = nowNs;
        dueNs = nextDueNs;
        queries++;
        newIdAsked |= firstIdOver;
    }

    /** The order is over under its first id; what became of it under the new one is asked next, and needs evidence of its own. */
    public void firstIdOver(long nowNs) {
        firstIdOver = true;
        rounds = 0;
        forgetEvidence();
        dueNs = nowNs;
    }

    /** Whether to ask for the new id. */
    public boolean isFirstIdOver() {
        return firstIdOver;
    }

    /** Whether the new id was asked for. */
    public boolean isNewIdAsked() {
        return newIdAsked;
    }

    /** The venue does not know the order; counts if it was asked at or after {@code fromNs}. */
    public void notFound(long fromNs) {
        if (askedNs >= fromNs) {
            notFound = true;
        }
        askedNs = 0;
        closeRound();
    }

    /** A whole list of open orders, asked for late enough, is without it. */
    public void notListed() {
        notListed = true;
        closeRound();
    }

    /** A whole list of fills, asked for late enough, is without it. */
    public void notTraded() {
        notTraded = true;
        closeRound();
    }

    /** Whether one is under way. */
    public boolean isOpen() {
        return sinceNs != 0;
    }

    /** When the answer was found to be lost, UTC, nanoseconds; 0 if it was not. */
    public long sinceNs() {
        return sinceNs;
    }

    /** When to ask next, UTC, nanoseconds. */
    public long dueNs() {
        return dueNs;
    }

    /** How often the venue was asked. */
    public int queries() {
        return queries;
    }

    /** Complete rounds that came back empty. */
    public int rounds() {
        return rounds;
    }

    private void closeRound() {
        if (notFound && notListed && notTraded) {
            rounds++;
            forgetEvidence();
        }
    }

    private void forgetEvidence() {
        notFound = false;
        notListed = false;
        notTraded = false;
    }
}
