package io.lockstep.launcher.session;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EngineListener;

/** Writes the engine thread's progress into the control file, so that a hung or dead engine shows. */
final class Heartbeat implements EngineListener {
    private static final int EVERY = 64;

    private final ControlFile control;
    private int count;

    Heartbeat(ControlFile control) {
        this.control = control;
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (count++ % EVERY == 0) {
            control.heartbeat(System.currentTimeMillis(), event.sequence());
        }
    }
}
