package io.lockstep.strategies.sizing;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.UP;

import io.lockstep.engine.instrument.FixedPoint;

/**
 * Sizes a trade so that its stop costs a fixed fraction of equity, within caps on one position and on all together.
 *
 * <pre>
 * quantity = floor to lot of the least of
 *   risk * equity * confidence / stop distance
 *   (exposure * equity - open exposure) / free slots / entry
 *   single * equity / entry
 * </pre>
 *
 * <p>Sizes round down and risks up, so rounding never passes a limit. Stateless apart from its settings.
 */
public final class RiskSizer {
    private final RiskSettings settings;

    /** With limits. */
    public RiskSizer(RiskSettings settings) {
        this.settings = settings;
    }

    /**
     * Sizes a trade.
     *
     * @throws ArithmeticException if an amount leaves 64 bits
     */
    public SizedTrade size(RiskRequest request) {
        if (request.stopDistance() == 0) {
            return SizedTrade.refused(SizingVerdict.ZERO_STOP);
        }
        if (request.openPositions() >= settings.maxPositions()) {
            return SizedTrade.refused(SizingVerdict.MAX_POSITIONS);
        }
        return checked(request, capped(request));
    }

    private SizedTrade capped(RiskRequest request) {
        long quantity = byRisk(request);
        SizingVerdict verdict = SizingVerdict.RISK;
        long bySlot = bySlot(request);
        if (bySlot < quantity) {
            quantity = bySlot;
            verdict = SizingVerdict.SLOT_CAP;
        }
        long bySingle = FixedPoint.multiplyDivide(request.equity(), settings.single(), request.entry(), DOWN);
        if (bySingle < quantity) {
            quantity = bySingle;
            verdict = SizingVerdict.SINGLE_CAP;
        }
        return new SizedTrade(FixedPoint.floorToStep(quantity, request.lotSize()), verdict);
    }

    private SizedTrade checked(RiskRequest request, SizedTrade trade) {
        long quantity = trade.quantity();
        if (quantity <= 0 || FixedPoint.multiply(quantity, request.entry(), DOWN) < request.minNotional()) {
            return SizedTrade.refused(SizingVerdict.BELOW_MIN);
        }
        long risk = Math.addExact(request.openRisk(), FixedPoint.multiply(quantity, request.stopDistance(), UP));
        if (risk > FixedPoint.multiply(request.equity(), settings.concurrent(), DOWN)) {
            return SizedTrade.refused(SizingVerdict.CONCURRENT_RISK);
        }
        return trade;
    }

    private long byRisk(RiskRequest request) {
        long fraction = FixedPoint.multiply(settings.risk(), request.confidence(), DOWN);
        if (request.leveraged()) {
            fraction = FixedPoint.multiply(fraction, settings.leveragedFactor(), DOWN);
        }
        return FixedPoint.multiplyDivide(request.equity(), fraction, request.stopDistance(), DOWN);
    }

    private long bySlot(RiskRequest request) {
        long cap = FixedPoint.multiply(request.equity(), settings.exposure(), DOWN);
        long free = Math.max(0, cap - request.openExposure());
        long slots = Math.max(settings.minSlots() - request.openPositions(), 1);
        return FixedPoint.divide(free, Math.multiplyExact(request.entry(), slots), DOWN);
    }
}
