package io.lockstep.launcher.scenarios.judge;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.DirectBuffer;

/** What gateways handed to a session and what they were given to send, byte for byte, kept by whoever stands between. Any thread. */
public final class Handover {
    private final Map<Long, Input> inputs = new ConcurrentHashMap<>();
    private final List<ByteBuffer> commands = new CopyOnWriteArrayList<>();

    /**
     * An event as a gateway completed it.
     *
     * @param timeNs when it was received, UTC, nanoseconds
     * @param message the message with its header
     */
    record Input(long timeNs, ByteBuffer message) {
        static Input of(EngineEvent event) {
            return new Input(event.timeNs(), bytes(event.buffer(), RecordLayout.MESSAGE_OFFSET, event.length()));
        }
    }

    /** A gateway that notes what passes, in both directions. */
    public VenueGateway watching(VenueGateway gateway) {
        return new WatchedGateway(gateway, this);
    }

    /** Notes an event that is about to be published, by the place it has in a new journal. */
    void published(EngineEvent event) {
        inputs.put(event.slot() + 1, Input.of(event));
    }

    /** Notes a command. */
    void sent(OrderCommandDecoder command) {
        int start = command.offset() - MessageHeaderDecoder.ENCODED_LENGTH;
        commands.add(bytes(command.buffer(), start, command.offset() + OrderCommandDecoder.BLOCK_LENGTH));
    }

    /** Events by the sequence they must have. */
    Map<Long, Input> inputs() {
        return new TreeMap<>(inputs);
    }

    /** Commands in the order they left. */
    List<ByteBuffer> commands() {
        return commands;
    }

    private static ByteBuffer bytes(DirectBuffer buffer, int start, int end) {
        byte[] bytes = new byte[end - start];
        buffer.getBytes(start, bytes);
        return ByteBuffer.wrap(bytes);
    }
}
