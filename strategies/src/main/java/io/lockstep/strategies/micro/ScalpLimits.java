package io.lockstep.strategies.micro;

import io.lockstep.strategies.trade.DayLossLimit;

/** What keeps the scalper from entering: its order rate, a pause after stops, its break-even gate, the loss of the day. */
final class ScalpLimits {
    private static final int GATE_LOOKBACK = 200;
    private static final int GATE_LEAST = 50;
    private static final long DAY_NS = 86_400_000_000_000L;

    private final ObiSettings settings;
    private final OrderRate rate;
    private final BreakEvenGate gate;
    private final DayLossLimit dayLoss;
    private int stopsInRow;
    private long pausedUntilNs = Long.MIN_VALUE;

    ScalpLimits(ObiSettings settings) {
        this.settings = settings;
        rate = new OrderRate(settings.ordersPerMinute());
        gate = new BreakEvenGate(
                GATE_LOOKBACK, GATE_LEAST, settings.targetTicks(), settings.stopTicks(), settings.feeTicks());
        dayLoss = new DayLossLimit(settings.dayLoss(), DAY_NS);
    }

    /** Why there may be no entry, or an empty text. */
    String block(long nowNs) {
        if (!gate.isOpen()) {
            return "below-break-even";
        }
        if (dayLoss.isSuspended(nowNs)) {
            return "suspended";
        }
        if (nowNs < pausedUntilNs) {
            return "paused";
        }
        return rate.isFree(nowNs) ? "" : "order-rate";
    }

    void onEntry(long nowNs) {
        rate.onOrder(nowNs);
    }

    /** Takes the strategy's result so far, quote currency, E8. */
    void onResult(long nowNs, long result) {
        dayLoss.onEquity(nowNs, settings.capital() + result);
    }

    void onClosed(long nowNs, boolean won, boolean stopped) {
        gate.onTrade(won);
        stopsInRow = stopped ? stopsInRow + 1 : 0;
        if (stopsInRow >= settings.stopsInRow()) {
            stopsInRow = 0;
            pausedUntilNs = nowNs + settings.pauseNs();
        }
    }
}
