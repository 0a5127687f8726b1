package io.lockstep.launcher.tape.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.MessageHandler;
import org.junit.jupiter.api.Test;

/** The way to the writer: nothing is lost while it is slow, nobody waits for one that is dead. */
class RecordingBufferTest {
    private static final int CAPACITY = 8 * 1024;
    private static final int EVENTS = 5_000;

    private final RecordingBuffer buffer = new RecordingBuffer(CAPACITY);
    private final List<Long> times = new ArrayList<>();
    private final MessageHandler writer =
            (type, source, index, length) -> times.add(RecordLayout.timeNs(source, index));

    @Test
    void shouldLoseNothingAndCountTheWaitsWhenTheWriterIsSlow() throws InterruptedException {
        Thread publisher = new Thread(() -> publish(EVENTS));

        publisher.start();
        await("the buffer is full").until(() -> buffer.waits() > 0);
        while (times.size() < EVENTS) {
            buffer.drain(writer, 16);
        }
        publisher.join();

        assertThat(times).hasSize(EVENTS).isSorted();
        assertThat(buffer.dropped()).isZero();
    }

    @Test
    void shouldDropAndCountWhenNobodyWritesAnyMore() {
        buffer.abandon();

        publish(EVENTS);
        while (buffer.drain(writer, 16) > 0) {}

        assertThat(buffer.dropped()).isPositive().isEqualTo(EVENTS - times.size());
    }

    private void publish(int events) {
        for (int i = 0; i < events; i++) {
            EngineEvent event = buffer.claim();
            event.complete(RecordLayout.BODY_OFFSET + 64, i);
            buffer.publish(event);
        }
    }
}
