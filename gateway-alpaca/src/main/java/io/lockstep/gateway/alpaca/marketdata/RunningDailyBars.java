package io.lockstep.gateway.alpaca.marketdata;

import org.jspecify.annotations.Nullable;

/**
 * The running daily bar of each instrument. The venue sends it again every minute; it is closed, and handed on, when the first one of
 * another day comes.
 */
final class RunningDailyBars {
    private final @Nullable BarMessage[] running;
    private final BarMessage closed = new BarMessage();

    RunningDailyBars(int instruments) {
        this.running = new BarMessage[instruments];
    }

    /** Takes the newest state of a day; the bar of the day before when this one begins another, else null. */
    @Nullable
    BarMessage update(int instrumentId, BarMessage bar) {
        BarMessage current = running[instrumentId];
        if (current == null) {
            current = new BarMessage();
            current.clear();
            running[instrumentId] = current;
        }
        boolean another = current.isComplete() && bar.openTimeNs > current.openTimeNs;
        if (another) {
            closed.copyFrom(current);
        }
        if (bar.openTimeNs >= current.openTimeNs) {
            current.copyFrom(bar);
        }
        return another ? closed : null;
    }
}
