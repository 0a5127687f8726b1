package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import java.util.function.Consumer;

/** Stands where the ring is for a gateway's classes: what they publish is handed on as a record without a place and a time. One thread. */
final class Capture implements EventPublisher {
    private final EngineEvent slot = new EngineEvent();
    private final Consumer<byte[]> sink;

    /** @param sink takes each record; it is its own copy */
    Capture(Consumer<byte[]> sink) {
        this.sink = sink;
    }

    @Override
    public EngineEvent tryClaim() {
        return claim();
    }

    @Override
    public EngineEvent claim() {
        slot.blankPadding();
        return slot;
    }

    @Override
    public void publish(EngineEvent event) {
        byte[] record = new byte[event.length()];
        event.buffer().getBytes(0, record);
        sink.accept(record);
    }
}
