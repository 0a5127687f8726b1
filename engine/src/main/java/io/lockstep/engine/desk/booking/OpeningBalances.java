package io.lockstep.engine.desk.booking;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.agrona.collections.IntHashSet;

/**
 * Takes an account's first whole list of balances for its ledger; it ends with the entry marked as the last. What was booked before is in what the list
 * says, and a list that broke off is stated again, so what is said last counts. Later statements do not touch the ledger, for its entries are what is
 * checked against them. Owned by the risk handler.
 */
public final class OpeningBalances {
    private final Portfolio portfolio;
    private final ExposureBook exposure;
    private final Counters counters;
    private final IntHashSet opened = new IntHashSet();

    /** Books of which no account is opened yet. */
    public OpeningBalances(Portfolio portfolio, ExposureBook exposure, Counters counters) {
        this.exposure = exposure;
        this.portfolio = portfolio;
        this.counters = counters;
    }

    /** Whether an account has its opening balances. */
    public boolean isOpened(int accountId) {
        return opened.contains(accountId);
    }

    /** An earlier epoch had taken them. */
    public void opened(int accountId) {
        opened.add(accountId);
    }

    /** A balance the venue states: an opening one, if it is the first of its account. */
    public void onReport(AccountReportDecoder report) {
        int accountId = report.accountId();
        if (accountId < 0 || accountId >= portfolio.accounts()) {
            counters.add(Counter.MALFORMED_REPORTS, 1);
            return;
        }
        // what the stream says before the first list is whole is in that list already
        if (opened.contains(accountId) || report.source() == ReportSource.STREAM) {
            return;
        }
        int asset = portfolio
                .assets()
                .indexOf(report.buffer(), report.offset() + AccountReportDecoder.assetEncodingOffset());
        Ledger ledger = portfolio.ledger(accountId);
        long stated = Math.addExact(report.free(), report.locked());
        ledger.add(asset, Math.subtractExact(stated, ledger.balance(asset)));
        if (report.flags().last()) {
            opened.add(accountId);
            exposure.equity().known(accountId);
        }
        exposure.cashChanged(accountId);
    }
}
