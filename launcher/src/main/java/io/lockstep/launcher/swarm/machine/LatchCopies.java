package io.lockstep.launcher.swarm.machine;

import io.lockstep.engine.control.KillLatch;

/**
 * The copies of the kill latch as the program keeps them: the control file, which the last step before sending reads, a file beside the journal and
 * one outside of it. Any of them set means killed.
 */
public final class LatchCopies implements KillLatch {
    private boolean control;
    private boolean besideJournal;
    private boolean outside;

    /** Whether the copy in the control file is set. */
    @Override
    public boolean isSet() {
        return control;
    }

    /** Whether any copy is set. */
    public boolean isAnySet() {
        return control || besideJournal || outside;
    }

    /** Sets every copy. */
    public void set() {
        control = true;
        besideJournal = true;
        outside = true;
    }

    /** Clears every copy. */
    public void clear() {
        control = false;
        besideJournal = false;
        outside = false;
    }

    /** The watch over the other copies sets the one in the control file, as the operators' desk does every few milliseconds. */
    public void watch() {
        control |= besideJournal || outside;
    }

    /** The control file is lost. */
    public void loseControlFile() {
        control = false;
    }

    /** What lies in the journal's folder is lost. */
    public void loseFolder() {
        control = false;
        besideJournal = false;
    }
}
