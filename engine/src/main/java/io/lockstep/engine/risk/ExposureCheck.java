package io.lockstep.engine.risk;

import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.exposure.ScopeTotals;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.risk.settings.ExposureLimits;
import io.lockstep.engine.risk.settings.RiskSettings;
import java.math.RoundingMode;
import java.util.List;

/**
 * What account, strategy and all accounts would stand to hold at worst: positions, gross and net exposure, leverage, working notional, cash. What only
 * shrinks a position is held to the position limits alone, so that one can always get out.
 */
final class ExposureCheck implements PreTradeCheck {
    private final RiskSettings settings;
    private final ExposureBook exposure;
    private final DrawdownScale scale;
    private final long[] strategyGross;

    ExposureCheck(RiskSettings settings, List<String> strategies, ExposureBook exposure, DrawdownScale scale) {
        this.settings = settings;
        this.exposure = exposure;
        this.scale = scale;
        strategyGross = new long[strategies.size() + 1];
        for (int id = 1; id < strategyGross.length; id++) {
            strategyGross[id] = settings.strategy(strategies.get(id - 1)).maxGross();
        }
    }

    @Override
    public DenyReason check(Candidate order) {
        DenyReason reason = checkPosition(order);
        if (reason == DenyReason.NONE) {
            reason = checkStrategyPosition(order);
        }
        if (reason != DenyReason.NONE || order.isReducing()) {
            return reason;
        }
        reason = checkGross(order);
        if (reason == DenyReason.NONE) {
            reason = checkNet(order);
        }
        if (reason == DenyReason.NONE) {
            reason = checkWorking(order);
        }
        return reason == DenyReason.NONE ? checkCash(order) : reason;
    }

    private DenyReason checkPosition(Candidate order) {
        boolean buy = order.isBuy();
        long before = exposure.worst(order.accountId(), order.instrumentId(), buy, order.replaced());
        if (buy) {
            long after = Math.addExact(before, order.openQuantity());
            long most = order.limits().maxLong();
            return after > most ? order.deny(DenyReason.POSITION_LIMIT_LONG, most, after) : DenyReason.NONE;
        }
        long after = Math.subtractExact(before, order.openQuantity());
        long most = -order.limits().maxShort();
        return after < most ? order.deny(DenyReason.POSITION_LIMIT_SHORT, most, after) : DenyReason.NONE;
    }

    private DenyReason checkStrategyPosition(Candidate order) {
        boolean buy = order.isBuy();
        long before = exposure.strategyWorst(order.strategyId(), order.instrumentId(), buy, order.replaced());
        if (buy) {
            long after = Math.addExact(before, order.openQuantity());
            long most = order.limits().longOfStrategy();
            return after > most ? order.deny(DenyReason.STRATEGY_LIMIT_LONG, most, after) : DenyReason.NONE;
        }
        long after = Math.subtractExact(before, order.openQuantity());
        long most = -order.limits().shortOfStrategy();
        return after < most ? order.deny(DenyReason.STRATEGY_LIMIT_SHORT, most, after) : DenyReason.NONE;
    }

    private DenyReason checkGross(Candidate order) {
        int account = order.accountId();
        int instrument = order.instrumentId();
        boolean buy = order.isBuy();
        long more = added(order);
        long gross = exposure.accountGrossWith(account, instrument, buy, more);
        long most = scale.apply(settings.account().maxGross());
        if (most > 0 && gross > most) {
            return order.deny(DenyReason.GROSS_ACCOUNT, most, gross);
        }
        long all = exposure.totalGrossWith(account, instrument, buy, more);
        long mostOfAll = scale.apply(settings.total().maxGross());
        if (mostOfAll > 0 && all > mostOfAll) {
            return order.deny(DenyReason.GROSS_TOTAL, mostOfAll, all);
        }
        long ofStrategy = strategyGross[order.strategyId()];
        if (ofStrategy > 0) {
            long own = exposure.strategyGrossWith(order.strategyId(), instrument, buy, more);
            if (own > ofStrategy) {
                return order.deny(DenyReason.GROSS_STRATEGY, ofStrategy, own);
            }
        }
        return checkLeverage(order, gross);
    }

    /** What it adds to what is open already: a change adds only what it is larger by. */
    private static long added(Candidate order) {
        var replaced = order.replaced();
        return replaced == null ? order.openQuantity() : Math.max(0, order.openQuantity() - replaced.leavesQty());
    }

    private DenyReason checkLeverage(Candidate order, long gross) {
        long most = settings.account().maxLeverage();
        if (most == 0 || !exposure.equity().isKnown(order.accountId())) {
            return DenyReason.NONE;
        }
        long equity = exposure.equityOf(order.accountId());
        long allowed = equity <= 0 ? 0 : FixedPoint.multiply(equity, most, RoundingMode.DOWN);
        if (gross <= allowed) {
            return DenyReason.NONE;
        }
        long leverage = equity <= 0 ? Long.MAX_VALUE : FixedPoint.divide(gross, equity, RoundingMode.UP);
        return order.deny(DenyReason.LEVERAGE, most, leverage);
    }

    private DenyReason checkNet(Candidate order) {
        int instrument = order.instrumentId();
        long more = added(order);
        long most = settings.account().maxNet();
        if (most > 0) {
            long net = exposure.netWith(exposure.account(order.accountId()), instrument, order.isBuy(), more);
            if (net > most) {
                return order.deny(DenyReason.NET_ACCOUNT, most, net);
            }
        }
        long mostOfAll = settings.total().maxNet();
        if (mostOfAll > 0) {
            long net = exposure.netWith(exposure.total(), instrument, order.isBuy(), more);
            if (net > mostOfAll) {
                return order.deny(DenyReason.NET_TOTAL, mostOfAll, net);
            }
        }
        return DenyReason.NONE;
    }

    private DenyReason checkWorking(Candidate order) {
        long notional = added(order) == 0 ? 0 : order.notional();
        DenyReason reason = checkWorking(
                order, exposure.account(order.accountId()), settings.account().workingNotional(), notional);
        return reason == DenyReason.NONE
                ? checkWorking(order, exposure.total(), settings.total().workingNotional(), notional)
                : reason;
    }

    private static DenyReason checkWorking(Candidate order, ScopeTotals scope, long most, long notional) {
        if (most == 0) {
            return DenyReason.NONE;
        }
        long working = Math.addExact(scope.workingNotional(), notional);
        return working > most ? order.deny(DenyReason.WORKING_NOTIONAL, most, working) : DenyReason.NONE;
    }

    /** Spot and shares are paid in full: what open buys would take is spoken for, and the fee comes on top. */
    private DenyReason checkCash(Candidate order) {
        boolean pays = order.isBuy()
                && ExposureBook.isPaidInFull(order.instrument())
                && exposure.equity().isKnown(order.accountId());
        if (!pays) {
            return DenyReason.NONE;
        }
        ExposureLimits limits = settings.account();
        int account = order.accountId();
        long least = limits.minFreeCash() > 0
                ? limits.minFreeCash()
                : Math.max(0, exposure.equityOf(account)) / 100 * limits.minFreeCashPercent();
        long notional = order.notional();
        long fee = FixedPoint.multiply(notional, Math.max(0, order.instrument().takerFee()), RoundingMode.UP);
        var replaced = order.replaced();
        long freed = replaced == null ? 0 : replaced.reserved();
        long reserve = Math.subtractExact(exposure.account(account).buyReserve(), freed);
        long left = Math.subtractExact(
                Math.subtractExact(exposure.equity().cash(account), reserve), Math.addExact(notional, fee));
        boolean noLimit = limits.minFreeCash() == 0 && limits.minFreeCashPercent() == 0;
        return left < least && !noLimit ? order.deny(DenyReason.FREE_CASH, least, left) : DenyReason.NONE;
    }
}
