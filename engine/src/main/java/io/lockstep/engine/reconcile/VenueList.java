package io.lockstep.engine.reconcile;

/** One kind of list of one account, while it comes in and as it last ended. */
final class VenueList {
    private boolean open;
    private boolean clean;
    private boolean failed;
    private long requestedNs;
    private long completeNs;
    private int listed;
    private int differences;
    private boolean inconclusive;
    private int tries;

    void begin(long askedNs) {
        open = true;
        requestedNs = askedNs;
        listed = 0;
        differences = 0;
        inconclusive = false;
    }

    void entry() {
        listed++;
    }

    boolean isOpen() {
        return open;
    }

    long requestedNs() {
        return requestedNs;
    }

    int listed() {
        return listed;
    }

    /** Something differs that nothing under way explains. */
    void differs() {
        differences++;
    }

    /** Something differs that may be explained by what happened since it was asked for. */
    void inconclusive() {
        inconclusive = true;
    }

    /** It is whole: counts the tries that differed in a row. */
    void complete(long nowNs) {
        open = false;
        failed = false;
        completeNs = nowNs;
        clean = differences == 0 && !inconclusive;
        tries = differences > 0 ? tries + 1 : inconclusive ? tries : 0;
    }

    /** It could not be had, or not whole; true the first time in a row. */
    boolean fail() {
        boolean first = !failed;
        open = false;
        failed = true;
        return first;
    }

    /** What was found so far no longer counts. */
    void restart() {
        open = false;
        clean = false;
        tries = 0;
    }

    boolean isClean() {
        return clean;
    }

    int differences() {
        return differences;
    }

    int tries() {
        return tries;
    }

    /** When it was last whole, UTC, nanoseconds; 0 if never. */
    long completeNs() {
        return completeNs;
    }
}
