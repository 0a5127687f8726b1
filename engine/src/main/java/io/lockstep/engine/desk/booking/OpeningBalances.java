package io.lockstep.engine.desk.booking;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.Arrays;
import org.agrona.collections.IntHashSet;

/**
 * Takes an account's first whole list of balances for its ledger. A list between marks is whole if it has as many entries as its end says, one without
 * marks if its last entry came. What was booked before is in what the list says, and a list that broke off or lacked an entry is stated again, so what is
 * said last counts. Later statements do not touch the ledger, for its entries are what is checked against them. Owned by the risk handler.
 */
public final class OpeningBalances {
    private final Portfolio portfolio;
    private final ExposureBook exposure;
    private final Counters counters;
    private static final int NO_LIST = -1;

    private final IntHashSet opened = new IntHashSet();
    private final int[] listed;

    /** Books of which no account is opened yet. */
    public OpeningBalances(Portfolio portfolio, ExposureBook exposure, Counters counters) {
        this.exposure = exposure;
        this.portfolio = portfolio;
        this.counters = counters;
        listed = new int[portfolio.accounts()];
        Arrays.fill(listed, NO_LIST);
    }

    /** Whether an account has its opening balances. */
    public boolean isOpened(int accountId) {
        return opened.contains(accountId);
    }

    /** An earlier epoch had taken them. */
    public void opened(int accountId) {
        opened.add(accountId);
    }

    /** A list begins, ends, or could not be had; only those of balances count here. */
    public void onMark(ReconciliationMarkDecoder mark) {
        int accountId = mark.accountId();
        if (mark.kind() != ReconciliationKind.CASH || accountId < 0 || accountId >= listed.length) {
            return;
        }
        boolean ends = mark.phase() == ReconciliationPhase.END && listed[accountId] > 0;
        if (ends && listed[accountId] == mark.entries()) {
            open(accountId);
        }
        listed[accountId] = mark.phase() == ReconciliationPhase.BEGIN ? 0 : NO_LIST;
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
        if (listed[accountId] != NO_LIST) {
            listed[accountId]++;
        } else if (report.flags().last()) {
            open(accountId);
        }
        exposure.cashChanged(accountId);
    }

    private void open(int accountId) {
        if (opened.add(accountId)) {
            exposure.equity().known(accountId);
        }
    }
}
