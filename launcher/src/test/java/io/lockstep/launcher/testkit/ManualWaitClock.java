package io.lockstep.launcher.testkit;

import io.lockstep.launcher.operator.WaitClock;

/** Time that passes when somebody waits, and not otherwise. */
public final class ManualWaitClock implements WaitClock {
    private long nowMs;
    private Runnable whenWaiting = () -> {};

    @Override
    public long nowMs() {
        return nowMs;
    }

    @Override
    public void await(long ms) {
        nowMs += ms;
        whenWaiting.run();
    }

    /** Lets time pass. */
    public void advance(long ms) {
        nowMs += ms;
    }

    /** What happens while others wait. */
    public void whenWaiting(Runnable action) {
        whenWaiting = action;
    }
}
