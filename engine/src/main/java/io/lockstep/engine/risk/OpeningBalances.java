package io.lockstep.engine.risk;

import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AccountReportDecoder;
import org.agrona.collections.IntHashSet;

/**
 * Takes an account's first stated balances into its ledger. Later statements do not touch the ledger, for its entries are what is checked
 * against them. Owned by the risk handler.
 */
final class OpeningBalances {
    private final Portfolio portfolio;
    private final IntHashSet opened = new IntHashSet();

    OpeningBalances(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    void onReport(AccountReportDecoder report) {
        int accountId = report.accountId();
        if (opened.contains(accountId)) {
            return;
        }
        int asset = portfolio
                .assets()
                .indexOf(report.buffer(), report.offset() + AccountReportDecoder.assetEncodingOffset());
        Ledger ledger = portfolio.ledger(accountId);
        ledger.add(asset, Math.addExact(report.free(), report.locked()));
        if (report.flags().last()) {
            opened.add(accountId);
        }
    }
}
