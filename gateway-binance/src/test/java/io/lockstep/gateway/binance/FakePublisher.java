package io.lockstep.gateway.binance;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** A ring with one slot that is free again as soon as it was published, until told to be full. */
public final class FakePublisher implements EventPublisher {
    private final EngineEvent slot = new EngineEvent();
    private final Consumer<EngineEvent> consumer;
    private volatile int room = Integer.MAX_VALUE;

    /** Makes a ring that shows every published event to a consumer. */
    public FakePublisher(Consumer<EngineEvent> consumer) {
        this.consumer = consumer;
    }

    /** Makes a ring that keeps copies of the records in {@code records}. */
    public static FakePublisher recording(List<byte[]> records) {
        return new FakePublisher(event -> {
            byte[] copy = new byte[event.length()];
            event.buffer().getBytes(0, copy);
            records.add(copy);
        });
    }

    /** A list of records as buffers. */
    public static List<UnsafeBuffer> buffers(List<byte[]> records) {
        List<UnsafeBuffer> buffers = new ArrayList<>();
        records.forEach(record -> buffers.add(new UnsafeBuffer(record)));
        return buffers;
    }

    /** Lets only this many more events in. */
    public void room(int events) {
        room = events;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        return room > 0 ? slot : null;
    }

    @Override
    public EngineEvent claim() {
        return slot;
    }

    @Override
    public void publish(EngineEvent event) {
        room--;
        consumer.accept(event);
    }
}
