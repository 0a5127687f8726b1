package io.lockstep.launcher.session;

import io.lockstep.engine.control.LatchFile;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.time.Instant;

/** The kill latch is set: nothing starts until an operator resets it. */
public final class HaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the latch.
     *
     * @param entry who set it, when and why
     */
    HaltedException(JournalFolder folder, LatchFile.Entry entry) {
        super("the kill latch is set since " + Instant.ofEpochMilli(entry.sinceMs()) + " by " + entry.actor() + " ("
                + entry.reason() + "); see `lockstep status --journal " + folder.path() + "` and `lockstep reset`");
    }
}
