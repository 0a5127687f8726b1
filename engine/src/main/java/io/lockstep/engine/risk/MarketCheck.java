package io.lockstep.engine.risk;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.TopOfBook;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.window.PriceMove;
import io.lockstep.engine.sbe.AssetClass;
import java.util.Arrays;

/** Whether the market data an order was decided on can be believed: there is some, it is fresh, narrow and calm. */
final class MarketCheck implements PreTradeCheck {
    private static final long BASIS_POINTS = 10_000;
    private static final long NS_PER_MS = 1_000_000;

    private final RiskSettings settings;
    private final Readiness readiness;
    private PriceMove[] moves = new PriceMove[0];

    MarketCheck(RiskSettings settings, Readiness readiness) {
        this.settings = settings;
        this.readiness = readiness;
    }

    /** The price an order is judged by moved. */
    void priced(int instrumentId, InstrumentView view, long nowNs) {
        long price = view.referencePrice();
        if (price > 0) {
            move(instrumentId).add(nowNs, price);
        }
    }

    @Override
    public DenyReason check(Candidate order) {
        InstrumentView view = order.view();
        long reference = view.referencePrice();
        if (reference == 0) {
            return DenyReason.NO_REFERENCE_PRICE;
        }
        order.reference(reference);
        long mostMs = order.instrument().assetClass() == AssetClass.EQUITY
                ? Math.max(settings.maxDataAgeMs(), settings.orders().maxEquityDataAgeMs())
                : settings.maxDataAgeMs();
        long ageNs = view.ageNs(
                order.nowNs(), readiness.clockOffsetNs(order.instrument().venue()));
        if (view.isGapped() || view.dataNs() == 0 || ageNs > mostMs * NS_PER_MS) {
            return order.deny(DenyReason.STALE_DATA, mostMs, ageNs / NS_PER_MS);
        }
        DenyReason reason = checkSpread(order, view.top());
        return reason == DenyReason.NONE ? checkMove(order, reference) : reason;
    }

    private DenyReason checkSpread(Candidate order, TopOfBook top) {
        int most = settings.orders().maxSpreadBps();
        if (most == 0 || !top.isTwoSided() || order.isReducing()) {
            return DenyReason.NONE;
        }
        long width = top.askPrice() - top.bidPrice();
        long spread = width > Long.MAX_VALUE / BASIS_POINTS ? BASIS_POINTS : width * BASIS_POINTS / top.mid();
        return spread > most ? order.deny(DenyReason.SPREAD, most, spread) : DenyReason.NONE;
    }

    private DenyReason checkMove(Candidate order, long reference) {
        int most = settings.orders().collarWindowBps();
        if (most == 0 || order.isReducing()) {
            return DenyReason.NONE;
        }
        long moved = move(order.instrumentId()).basisPoints(reference);
        return moved > most ? order.deny(DenyReason.PRICE_MOVE, most, moved) : DenyReason.NONE;
    }

    private PriceMove move(int instrumentId) {
        if (instrumentId >= moves.length) {
            int known = moves.length;
            moves = Arrays.copyOf(moves, instrumentId + 8);
            for (int i = known; i < moves.length; i++) {
                moves[i] = new PriceMove(settings.orders().collarWindowMs() * NS_PER_MS);
            }
        }
        return moves[instrumentId];
    }
}
