package io.lockstep.engine.trigger;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.DrawdownScale;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import java.math.RoundingMode;

/**
 * Loss since the session began and fall from the highest equity, over all accounts, open profit and fees included. Starts with the first moment at
 * which the venue has stated the balances of every account.
 *
 * <p>Money that is paid in or out is no profit and no loss: it moves the session's start with it, and scales the peak so that the drawdown in percent
 * stays what it was.
 */
final class LossTrigger implements CarriedPart {
    private static final String SERIES = "LOSS";
    private static final long SOFT = 1;
    private static final long HARD = 2;
    private static final long DRAWDOWN = 4;
    private static final long BASIS_POINTS = 10_000;
    private static final long BASIS_POINTS_PER_PERCENT = 100;

    private final TriggerSettings settings;
    private final ExposureBook exposure;
    private final Ladder ladder;
    private final DecisionWriter writer;
    private final DrawdownScale scale;
    private final int accounts;
    private boolean started;
    private boolean softDone;
    private boolean hardDone;
    private boolean drawdownDone;
    private long startEquity;
    private long peakEquity;
    private long lastEquity = Long.MIN_VALUE;

    LossTrigger(RiskSetup setup, GateState state, Ladder ladder) {
        settings = setup.settings().triggers();
        accounts = setup.accounts();
        exposure = state.exposure();
        scale = state.scale();
        this.ladder = ladder;
        writer = ladder.writer();
    }

    /** Looks at what everything is worth now. */
    void evaluate() {
        if (!started && !areAllKnown()) {
            return;
        }
        long equity = equity();
        if (equity == lastEquity) {
            return;
        }
        lastEquity = equity;
        if (!started) {
            started = true;
            rebase(equity);
        }
        peakEquity = Math.max(peakEquity, equity);
        checkLoss(Math.subtractExact(startEquity, equity));
        checkDrawdown(equity);
    }

    /** Another session begins. */
    void roll() {
        startEquity = started ? equity() : 0;
        softDone = false;
        hardDone = false;
    }

    /** An operator has looked and starts over: from what everything is worth now. */
    void reset() {
        if (started) {
            rebase(equity());
        }
        softDone = false;
        hardDone = false;
        drawdownDone = false;
    }

    /** Money was paid in, or out where negative; the balance has it already. */
    void transferred(long amount) {
        long before = started ? Math.subtractExact(equity(), amount) : 0;
        if (before <= 0) {
            return;
        }
        startEquity = Math.addExact(startEquity, amount);
        peakEquity = FixedPoint.multiplyDivide(peakEquity, equity(), before, RoundingMode.HALF_EVEN);
        lastEquity = equity();
    }

    @Override
    public void carryTo(CarryWriter carry) {
        if (started) {
            long done = (softDone ? SOFT : 0) + (hardDone ? HARD : 0) + (drawdownDone ? DRAWDOWN : 0);
            carry.series(ScopeKind.ENGINE, 0, SERIES, startEquity, peakEquity, done, scale.stage());
        }
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(SERIES)) {
            long[] values = series.values();
            started = true;
            startEquity = values[0];
            peakEquity = values[1];
            softDone = (values[2] & SOFT) != 0;
            hardDone = (values[2] & HARD) != 0;
            drawdownDone = (values[2] & DRAWDOWN) != 0;
            scale.carried((int) values[3]);
        }
    }

    long loss() {
        return started ? startEquity - equity() : 0;
    }

    long hash() {
        return ((startEquity * 31 + peakEquity) * 31 + scale.percent()) * 31
                + (softDone ? 1 : 0)
                + (hardDone ? 2 : 0)
                + (drawdownDone ? 4 : 0);
    }

    private void rebase(long equity) {
        startEquity = equity;
        peakEquity = equity;
    }

    private void checkLoss(long loss) {
        long hard = settings.maxDailyLoss();
        if (hard == 0 || loss <= 0) {
            return;
        }
        long soft = hard / 100 * settings.softDailyLossPercent();
        if (!hardDone && loss >= hard) {
            hardDone = true;
            ladder.lower(ScopeKind.ENGINE, 0, TradingState.KILL, "DAILY_LOSS", Unit.DECIMAL, hard, loss);
        } else if (!softDone && loss >= soft) {
            softDone = true;
            ladder.lower(ScopeKind.ENGINE, 0, TradingState.REDUCE, "DAILY_LOSS_SOFT", Unit.DECIMAL, soft, loss);
        }
    }

    private void checkDrawdown(long equity) {
        if (peakEquity <= 0) {
            return;
        }
        long fall = FixedPoint.multiplyDivide(peakEquity - equity, BASIS_POINTS, peakEquity, RoundingMode.DOWN);
        if (scale.drawdown(fall)) {
            writer.alert(
                    Severity.WARNING,
                    ScopeKind.ENGINE,
                    0,
                    "DRAWDOWN_STAGE",
                    "limits keep " + scale.percent() + " percent: drawdown=" + fall + " bps, stage from="
                            + scale.threshold() + " percent");
        }
        long most = settings.maxDrawdownPercent() * BASIS_POINTS_PER_PERCENT;
        if (most > 0 && !drawdownDone && fall >= most) {
            drawdownDone = true;
            ladder.lower(ScopeKind.ENGINE, 0, TradingState.KILL, "MAX_DRAWDOWN", Unit.BASIS_POINTS, most, fall);
        }
    }

    private long equity() {
        long sum = exposure.total().value();
        for (int id = 0; id < accounts; id++) {
            sum = Math.addExact(sum, exposure.equity().cash(id));
        }
        return sum;
    }

    private boolean areAllKnown() {
        for (int id = 0; id < accounts; id++) {
            if (!exposure.equity().isKnown(id)) {
                return false;
            }
        }
        return true;
    }
}
