package io.lockstep.launcher.health;

import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import java.util.BitSet;

/**
 * Which accounts the venue's own lists have been read of. An account counts as reconciled when orders and positions were each listed to the
 * end; a list that could not be had takes that back. Owned by the engine thread.
 */
final class Reconciliations {
    private final int accounts;
    private final BitSet orders = new BitSet();
    private final BitSet positions = new BitSet();

    Reconciliations(int accounts) {
        this.accounts = accounts;
    }

    void onMark(ReconciliationMarkDecoder mark) {
        boolean listed = mark.kind() == ReconciliationKind.ORDERS || mark.kind() == ReconciliationKind.POSITIONS;
        if (listed && mark.accountId() >= 0 && mark.phase() != ReconciliationPhase.BEGIN) {
            BitSet lists = mark.kind() == ReconciliationKind.ORDERS ? orders : positions;
            lists.set(mark.accountId(), mark.phase() == ReconciliationPhase.END);
        }
    }

    /** Whether the account a mark is about is reconciled now. */
    boolean hasCompleted(ReconciliationMarkDecoder mark) {
        int account = mark.accountId();
        return mark.phase() == ReconciliationPhase.END && account >= 0 && orders.get(account) && positions.get(account);
    }

    /** Accounts not reconciled. */
    int unreconciled() {
        int reconciled = 0;
        for (int account = orders.nextSetBit(0); account >= 0; account = orders.nextSetBit(account + 1)) {
            reconciled += positions.get(account) ? 1 : 0;
        }
        return Math.max(0, accounts - reconciled);
    }
}
