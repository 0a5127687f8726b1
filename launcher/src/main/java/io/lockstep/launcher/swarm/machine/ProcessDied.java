package io.lockstep.launcher.swarm.machine;

/** The simulated process ends here and now; what it was doing is not finished. */
public final class ProcessDied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProcessDied(String where) {
        super(where, null, false, false);
    }
}
