package io.lockstep.engine.reconcile;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;

/** Balances as the venue lists them against our ledger. */
final class CashComparison {
    private final Portfolio portfolio;
    private final ExposureBook exposure;
    private final DecisionWriter writer;
    private final long tolerance;

    CashComparison(Portfolio portfolio, ExposureBook exposure, DecisionWriter writer, long tolerance) {
        this.portfolio = portfolio;
        this.exposure = exposure;
        this.writer = writer;
        this.tolerance = tolerance;
    }

    void entry(int accountId, AccountBooks books, VenueList list, AccountReportDecoder listed) {
        int asset = portfolio
                .assets()
                .indexOf(listed.buffer(), listed.offset() + AccountReportDecoder.assetEncodingOffset());
        long venue = Math.addExact(listed.free(), listed.locked());
        long ours = portfolio.ledger(accountId).balance(asset);
        long difference = Math.subtractExact(venue, ours);
        if (Math.abs(difference) <= tolerance) {
            return;
        }
        if (books.cashBookedNs() >= list.requestedNs()) {
            list.inconclusive();
            return;
        }
        String code = portfolio.assets().code(asset);
        if (books.isAccepted()) {
            portfolio.ledger(accountId).add(asset, difference);
            exposure.cashChanged(accountId);
            alert(accountId, "CASH_ACCEPTED", code + " taken over=" + FixedPoint.format(difference));
            return;
        }
        list.differs();
        alert(
                accountId,
                "CASH_DIFFERS",
                code + " at the venue=" + FixedPoint.format(venue) + ", here=" + FixedPoint.format(ours));
    }

    private void alert(int accountId, String code, String detail) {
        writer.alert(Severity.WARNING, ScopeKind.ACCOUNT, accountId, code, detail);
    }
}
