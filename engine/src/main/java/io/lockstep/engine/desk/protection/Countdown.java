package io.lockstep.engine.desk.protection;

import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.sbe.OrderAction;

/**
 * Renews the venue's own countdown while orders are open, so that the venue cancels them if this thread stops; stops it once none are. A countdown
 * belongs to an account and an instrument. It cancels protective stops with all else: it guards against a dead host, not against the market.
 */
public final class Countdown {
    private static final long NS_PER_MS = 1_000_000;
    private static final long NOT_ARMED = 0;

    private final ProtectionSettings settings;
    private final InstrumentTable instruments;
    private final ExposureBook exposure;
    private final Readiness readiness;
    private final DecisionWriter writer;
    private final long[][] armedNs;
    private long nextNs;

    /** Countdowns of which none is armed. */
    public Countdown(
            ProtectionSettings settings,
            InstrumentTable instruments,
            ExposureBook exposure,
            Readiness readiness,
            DecisionWriter writer) {
        this.settings = settings;
        this.instruments = instruments;
        this.exposure = exposure;
        this.readiness = readiness;
        this.writer = writer;
        armedNs = new long[readiness.accounts()][instruments.size()];
    }

    /** Renews and stops what is due; looks at most ten times within one renewal. */
    public void onTime(long nowNs) {
        if (nowNs < nextNs || settings.countdown().isEmpty()) {
            return;
        }
        nextNs = nowNs + settings.countdownEveryMs() * NS_PER_MS / 10;
        for (int account = 0; account < armedNs.length; account++) {
            for (int id = 0; readiness.isSupervised(account) && id < armedNs[account].length; id++) {
                keep(account, id, nowNs);
            }
        }
    }

    /** The engine stops cleanly: nothing is to be cancelled behind it. */
    public void stop() {
        for (int account = 0; account < armedNs.length; account++) {
            for (int id = 0; id < armedNs[account].length; id++) {
                if (armedNs[account][id] != NOT_ARMED) {
                    write(account, id, NOT_ARMED);
                }
            }
        }
    }

    private void keep(int account, int id, long nowNs) {
        boolean wanted =
                settings.countdown().contains(instruments.get(id).venue()) && exposure.openOrders(account, id) > 0;
        boolean armed = armedNs[account][id] != NOT_ARMED;
        boolean due = nowNs - armedNs[account][id] >= settings.countdownEveryMs() * NS_PER_MS;
        if (!writer.hasRoom()) {
            nextNs = nowNs;
        } else if (wanted && (!armed || due)) {
            write(account, id, nowNs);
        } else if (armed && !wanted) {
            write(account, id, NOT_ARMED);
        }
    }

    private void write(int account, int id, long nowNs) {
        armedNs[account][id] = nowNs;
        long endNs = nowNs == NOT_ARMED ? 0 : nowNs + settings.countdownMs() * NS_PER_MS;
        writer.begin(OrderAction.ARM_COUNTDOWN, account, Portfolio.EXTERNAL, id, "COUNTDOWN")
                .expireTimeNs(endNs);
        writer.commit();
    }
}
