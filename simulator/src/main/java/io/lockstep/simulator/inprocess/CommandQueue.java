package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.nio.ByteBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** Carries order commands from the engine thread to the feed thread, byte for byte, with the time in their frame. */
final class CommandQueue {
    private static final int CAPACITY = 1 << 22;
    private static final int COMMAND = 1;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY + RingBufferDescriptor.TRAILER_LENGTH)));

    /**
     * Adds a command; engine thread.
     *
     * @throws IllegalStateException if the queue is full, which means that the feed thread has stopped
     */
    void add(OrderCommandDecoder command) {
        int frame = command.offset() - RecordLayout.BODY_OFFSET;
        int length = RecordLayout.BODY_OFFSET + OrderCommandDecoder.BLOCK_LENGTH;
        if (!ring.write(COMMAND, command.buffer(), frame, length)) {
            throw new IllegalStateException("command queue is full, is the feed running: orderId=" + command.orderId());
        }
    }

    /**
     * Hands all commands over; feed thread.
     *
     * @param handler gets each framed command, valid only during its call
     */
    void drain(MessageHandler handler) {
        ring.read(handler);
    }

    boolean isEmpty() {
        return ring.consumerPosition() == ring.producerPosition();
    }
}
