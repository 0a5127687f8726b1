package io.lockstep.launcher.swarm.machine;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.OrderCommandDecoder;

/** Watches the process from outside. Must change nothing. */
public interface MachineObserver {
    /** A process has taken its past in and is live. */
    default void onStarted(Engine engine) {}

    /** A start was refused because the engine is killed. */
    default void onLatched() {}

    /** A start failed: the past could not be taken in. */
    default void onFailedStart(RuntimeException failure) {}

    /** A handler threw, which ends the process. */
    default void onFailure(RuntimeException failure) {}

    /** The process died. */
    default void onDied(String where) {}

    /** An event is through all handlers. */
    default void onEvent(EngineEvent event, Engine engine) {}

    /** A command is about to leave. */
    default void onSend(OrderCommandDecoder command) {}
}
