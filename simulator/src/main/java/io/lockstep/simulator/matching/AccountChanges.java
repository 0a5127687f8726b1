package io.lockstep.simulator.matching;

import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;

/** Tells the listener once which balances and positions one input changed, in the order of accounts, assets and instruments. */
final class AccountChanges {
    private final Ledger ledger;
    private final MatchingListener listener;

    AccountChanges(Ledger ledger, MatchingListener listener) {
        this.ledger = ledger;
        this.listener = listener;
    }

    void publish(long timeNs) {
        for (int id = 0; id < ledger.accountCount(); id++) {
            Account account = ledger.account(id);
            if (account.takeDirty()) {
                publish(account, timeNs);
            }
        }
    }

    private void publish(Account account, long timeNs) {
        for (int asset = 0; asset < ledger.assets().size(); asset++) {
            if (account.takeBalanceChanged(asset)) {
                listener.onBalance(account, asset, timeNs);
            }
        }
        for (int instrument = 0; instrument < account.positionLimit(); instrument++) {
            if (account.takePositionChanged(instrument)) {
                listener.onPosition(account, instrument, timeNs);
            }
        }
    }
}
