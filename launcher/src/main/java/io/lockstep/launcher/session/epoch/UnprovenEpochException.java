package io.lockstep.launcher.session.epoch;

import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.RunHeader;

/**
 * Another build recorded the current epoch, and this one does not come to the same end. What was true then is not guessed: the build that recorded
 * the epoch opens the next one, which holds no decisions of strategies yet, so that any build can go on from there.
 */
public final class UnprovenEpochException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnprovenEpochException(JournalFolder folder, RunHeader last, RuntimeException cause) {
        super(
                "this build cannot prove epoch " + last.epoch() + " of " + folder.path() + ", recorded by build "
                        + last.buildId() + ": " + cause.getMessage() + "; let that build open the next epoch first"
                        + " (lockstep journal epoch), or begin a new journal",
                cause);
    }
}
