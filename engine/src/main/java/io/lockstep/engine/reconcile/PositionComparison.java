package io.lockstep.engine.reconcile;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import java.util.Arrays;

/**
 * Positions as the venue lists them against ours. What the account held before we ever traded there is taken over as external; later differences
 * are taken over only when an operator says so.
 */
final class PositionComparison {
    private final InstrumentTable instruments;
    private final Portfolio portfolio;
    private final ExposureBook exposure;
    private final DecisionWriter writer;

    PositionComparison(InstrumentTable instruments, Portfolio portfolio, ExposureBook exposure, DecisionWriter writer) {
        this.instruments = instruments;
        this.portfolio = portfolio;
        this.exposure = exposure;
        this.writer = writer;
    }

    void begin(AccountBooks books) {
        Arrays.fill(books.positionListed, false);
        Arrays.fill(books.venuePosition, 0);
    }

    void entry(AccountBooks books, PositionReportDecoder listed) {
        int id = listed.instrumentId();
        if (id >= 0 && id < books.venuePosition.length) {
            books.positionListed[id] = true;
            books.venuePosition[id] = Math.addExact(books.venuePosition[id], listed.quantity());
            books.venueEntryPrice[id] = listed.entryPrice();
        }
    }

    void end(int accountId, AccountBooks books, VenueList list) {
        for (int id = 0; id < books.venuePosition.length; id++) {
            Instrument instrument = instruments.get(id);
            // spot balances are compared as cash; a venue may list them as positions too
            if (books.positionListed[id] || instrument.assetClass() != AssetClass.SPOT) {
                compare(accountId, books, list, instrument);
            }
        }
    }

    private void compare(int accountId, AccountBooks books, VenueList list, Instrument instrument) {
        int id = instrument.id();
        Position ours = portfolio.accountPosition(accountId, id);
        long difference = Math.subtractExact(books.venuePosition[id], ours.quantity());
        if (difference == 0) {
            return;
        }
        if (books.bookedNs(id) >= list.requestedNs()) {
            list.inconclusive();
            return;
        }
        long price = books.venueEntryPrice[id] > 0 ? books.venueEntryPrice[id] : exposure.price(id);
        boolean opening = !books.wasEverEqual() && ours.fills() == 0;
        if (price > 0 && (opening || books.isAccepted())) {
            takeOver(accountId, instrument, difference, price, opening);
            return;
        }
        list.differs();
        String code = books.positionListed[id] ? "POSITION_DIFFERS" : "POSITION_MISSING";
        writer.alert(
                Severity.WARNING,
                ScopeKind.INSTRUMENT,
                id,
                code,
                instrument.symbol() + " at the venue=" + FixedPoint.format(books.venuePosition[id]) + ", here="
                        + FixedPoint.format(ours.quantity()));
    }

    private void takeOver(int accountId, Instrument instrument, long difference, long price, boolean opening) {
        portfolio.adopt(instrument, accountId, difference, price);
        exposure.booked(accountId, Portfolio.EXTERNAL, instrument.id());
        writer.alert(
                opening ? Severity.INFO : Severity.WARNING,
                ScopeKind.INSTRUMENT,
                instrument.id(),
                opening ? "POSITION_OPENING" : "POSITION_ACCEPTED",
                instrument.symbol() + " taken over as external=" + FixedPoint.format(difference) + ", price="
                        + FixedPoint.format(price));
    }
}
