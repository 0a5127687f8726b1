package io.lockstep.engine.desk.booking;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.exposure.ParAssets;
import io.lockstep.engine.order.IdDedupe;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.CashMovementDecoder;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;

/** Books cash that moved without a trade of ours, each movement once. Owned by the risk handler. */
public final class CashBooking implements CarriedPart {
    private static final String BOOKED_CASH = "BOOKED_CASH";

    private final Portfolio portfolio;
    private final ExposureBook exposure;
    private final Counters counters;
    private final IdDedupe dedupe;

    /** @param remembered number of latest movements remembered */
    public CashBooking(Portfolio portfolio, ExposureBook exposure, int remembered, Counters counters) {
        dedupe = new IdDedupe(remembered);
        this.portfolio = portfolio;
        this.exposure = exposure;
        this.counters = counters;
    }

    @Override
    public void carryTo(CarryWriter writer) {
        writer.series(ScopeKind.ENGINE, 0, BOOKED_CASH, dedupe.keys());
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(BOOKED_CASH)) {
            series.forEach(dedupe::carried);
        }
    }

    /**
     * Books a movement.
     *
     * @return money paid in, or out where negative, dollars, E8; 0 for what is a profit or a cost, and for what was not booked
     */
    public long book(CashMovementDecoder movement) {
        int accountId = movement.accountId();
        if (accountId < 0 || accountId >= portfolio.accounts()) {
            counters.add(Counter.MALFORMED_REPORTS, 1);
            return 0;
        }
        int asset = portfolio
                .assets()
                .indexOf(movement.buffer(), movement.offset() + CashMovementDecoder.assetEncodingOffset());
        if (!dedupe.isNew(
                IdDedupe.seed(accountId, asset),
                movement.buffer(),
                movement.offset() + CashMovementDecoder.movementIdEncodingOffset(),
                CashMovementDecoder.movementIdEncodingLength())) {
            counters.add(Counter.DUPLICATE_MOVEMENTS, 1);
            return 0;
        }
        counters.add(Counter.CASH_MOVEMENTS, 1);
        portfolio.ledger(accountId).add(asset, movement.amount());
        exposure.cashChanged(accountId);
        boolean transfer = movement.reason() == CashReason.TRANSFER
                && ParAssets.contains(portfolio.assets().code(asset));
        return transfer ? movement.amount() : 0;
    }
}
