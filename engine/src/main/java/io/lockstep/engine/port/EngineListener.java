package io.lockstep.engine.port;

import io.lockstep.engine.event.EngineEvent;

/**
 * Watches events after the engine is through with them: live views, alerts, reports. Called on the engine thread in the order of
 * events; must not block, must not change the event and must not keep it.
 */
public interface EngineListener {
    /** Sees one event with everything the handlers derived and decided. */
    void onEvent(EngineEvent event);
}
