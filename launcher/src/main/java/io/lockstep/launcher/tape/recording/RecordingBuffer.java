package io.lockstep.launcher.tape.recording;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.launcher.venue.EventPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Takes events from any number of threads to the one that writes them. While it is full a publisher waits, and with it the socket it reads:
 * nothing is conflated here. Only after {@link #abandon}, when nobody writes any more, events are dropped. Both are counted.
 */
final class RecordingBuffer implements EventPublisher {
    private static final int RECORD = 1;
    private static final long WAIT_NS = TimeUnit.MICROSECONDS.toNanos(100);

    private final ManyToOneRingBuffer ring;
    private final EventPool pool = new EventPool();
    private final LongAdder waits = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private volatile boolean abandoned;

    /** @param capacity bytes it holds, a power of two, at least eight times the longest record */
    RecordingBuffer(int capacity) {
        int length = capacity + RingBufferDescriptor.TRAILER_LENGTH;
        ring = new ManyToOneRingBuffer(
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, BitUtil.CACHE_LINE_LENGTH)));
    }

    /** A slot, always: what is to be recorded is not left out because the disk is slow. */
    @Override
    public EngineEvent tryClaim() {
        return pool.take();
    }

    @Override
    public EngineEvent claim() {
        return pool.take();
    }

    @Override
    public void publish(EngineEvent event) {
        if (!tryWrite(event)) {
            waits.increment();
            while (!abandoned && !tryWrite(event)) {
                LockSupport.parkNanos(WAIT_NS);
            }
            if (abandoned) {
                dropped.increment();
            }
        }
        pool.give(event);
    }

    /**
     * Hands over what has come, in the order it came; the writer's thread alone.
     *
     * @return events handed over
     */
    int drain(MessageHandler writer, int most) {
        return ring.read(writer, most);
    }

    /** Nobody drains it any more: whoever waits goes on, and what does not fit is dropped. */
    void abandon() {
        abandoned = true;
    }

    /** Events that had to wait for room. */
    long waits() {
        return waits.sum();
    }

    /** Events that were dropped after the writer had failed. */
    long dropped() {
        return dropped.sum();
    }

    private boolean tryWrite(EngineEvent event) {
        return ring.write(RECORD, event.buffer(), 0, event.length());
    }
}
