package io.lockstep.engine.event;

/** One step of the pipeline. Called on one thread, one event at a time, in the order of the ring. */
public interface EventStage {
    /** Takes the next event. */
    void onEvent(EngineEvent event);

    /** Adds everything the stage's later decisions depend on, in a fixed order. */
    default void addTo(StateHash hash) {}
}
