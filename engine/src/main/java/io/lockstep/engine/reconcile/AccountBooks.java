package io.lockstep.engine.reconcile;

import io.lockstep.engine.sbe.ReconciliationKind;
import java.util.Arrays;

/** Where the comparison of one account stands. */
final class AccountBooks {
    private static final int KINDS = 4;

    final long[] venuePosition;
    final long[] venueEntryPrice;
    final boolean[] positionListed;
    final long[] foreignBuying;
    final long[] foreignSelling;
    private final long[] bookedNs;
    private final VenueList[] lists = new VenueList[KINDS];
    private long sinceNs;
    private long cashBookedNs;
    private long listNumber;
    private boolean everEqual;
    private boolean accepted;
    private boolean positionsListed = true;

    AccountBooks(int instruments) {
        venuePosition = new long[instruments];
        venueEntryPrice = new long[instruments];
        positionListed = new boolean[instruments];
        foreignBuying = new long[instruments];
        foreignSelling = new long[instruments];
        bookedNs = new long[instruments];
        Arrays.setAll(lists, i -> new VenueList());
    }

    VenueList list(ReconciliationKind kind) {
        return lists[kind.value() - 1];
    }

    /** Starts over: what was listed before does not count. */
    void restart(long nowNs) {
        sinceNs = nowNs;
        for (VenueList list : lists) {
            list.restart();
        }
    }

    long sinceNs() {
        return sinceNs;
    }

    /** Whether every list the venue has was last whole and without a difference. */
    boolean isClean() {
        for (VenueList list : lists) {
            if (!list.isClean() && isExpected(list)) {
                return false;
            }
        }
        return true;
    }

    /** Says whether the venue lists positions; on a spot venue what is held is cash. */
    void listsPositions(boolean lists) {
        positionsListed = lists;
    }

    /** Whether the venue has a list. */
    boolean isExpected(VenueList list) {
        return positionsListed || list != list(ReconciliationKind.POSITIONS);
    }

    /** Number of the list of orders that comes in, for orders to be marked with. */
    long listNumber() {
        return listNumber;
    }

    void nextListNumber() {
        listNumber++;
    }

    void booked(int instrumentId, long nowNs) {
        bookedNs[instrumentId] = nowNs;
        cashBookedNs = nowNs;
    }

    void cashBooked(long nowNs) {
        cashBookedNs = nowNs;
    }

    long bookedNs(int instrumentId) {
        return bookedNs[instrumentId];
    }

    long cashBookedNs() {
        return cashBookedNs;
    }

    /** Whether the account was found equal at least once, so that nothing is left to take over. */
    boolean wasEverEqual() {
        return everEqual;
    }

    void equal() {
        everEqual = true;
        accepted = false;
    }

    /** Whether an operator takes the venue's word for what differs. */
    boolean isAccepted() {
        return accepted;
    }

    void accept() {
        accepted = true;
    }

    long hash() {
        long hash = sinceNs * 31 + (everEqual ? 1 : 0) + (accepted ? 2 : 0) + (positionsListed ? 4 : 0);
        for (VenueList list : lists) {
            hash = hash * 1_000_003 + list.tries() + (list.isClean() ? 31 : 0) + list.requestedNs();
        }
        return hash;
    }
}
