package io.lockstep.launcher.session;

import java.time.Instant;

/** The kill latch is set: nothing starts until an operator resets it. */
public final class HaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the latch.
     *
     * @param killedAtMs when it was set, UTC, ms
     */
    HaltedException(JournalFolder folder, long killedAtMs) {
        super("the kill latch is set since " + Instant.ofEpochMilli(killedAtMs) + "; see `lockstep status --journal "
                + folder.path() + "` and `lockstep reset`");
    }
}
