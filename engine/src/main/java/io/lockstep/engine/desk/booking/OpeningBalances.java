package io.lockstep.engine.desk.booking;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.Arrays;
import org.agrona.collections.IntHashSet;

/**
 * Takes an account's first whole list of balances into its ledger; it ends with the entry marked as the last. A list that broke off is stated again:
 * then what it said of a balance gives way to what is said now. Later statements do not touch the ledger, for its entries are what is checked against
 * them. Owned by the risk handler.
 */
public final class OpeningBalances {
    private final Portfolio portfolio;
    private final ExposureBook exposure;
    private final Counters counters;
    private final IntHashSet opened = new IntHashSet();
    private final long[][] statedBefore;

    /** Books of which no account is opened yet. */
    public OpeningBalances(Portfolio portfolio, ExposureBook exposure, Counters counters) {
        this.exposure = exposure;
        this.portfolio = portfolio;
        statedBefore = new long[portfolio.accounts()][16];
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
        ledger.add(asset, Math.subtractExact(stated, replaceStated(accountId, asset, stated)));
        if (report.flags().last()) {
            opened.add(accountId);
            exposure.equity().known(accountId);
        }
        exposure.cashChanged(accountId);
    }

    /** What a list that was not whole had said of a balance before; 0 if nothing. */
    private long replaceStated(int accountId, int asset, long stated) {
        long[] row = statedBefore[accountId];
        if (asset >= row.length) {
            row = Arrays.copyOf(row, asset + 16);
            statedBefore[accountId] = row;
        }
        long before = row[asset];
        row[asset] = stated;
        return before;
    }
}
