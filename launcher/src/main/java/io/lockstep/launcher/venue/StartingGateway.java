package io.lockstep.launcher.venue;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.ArrayDeque;
import java.util.Queue;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A gateway that takes commands before it has started: they wait, in order, and leave as soon as it has, to be judged by it as any others. One
 * thread starts, the engine's sends; after the start a command passes with one volatile read.
 */
final class StartingGateway {
    private final VenueGateway gateway;
    private final Queue<OrderCommandDecoder> early = new ArrayDeque<>();
    private volatile boolean started;

    StartingGateway(VenueGateway gateway) {
        this.gateway = gateway;
    }

    /** Starts it, then hands over what has been waiting. */
    void start(EventPublisher publisher, VenueGateway.Past past) {
        gateway.start(publisher, past);
        synchronized (early) {
            early.forEach(gateway::send);
            early.clear();
            started = true;
        }
    }

    /** Sends a command, at once or when the gateway has started. */
    void send(OrderCommandDecoder command) {
        if (started || !isKept(command)) {
            gateway.send(command);
        }
    }

    private boolean isKept(OrderCommandDecoder command) {
        synchronized (early) {
            if (!started) {
                early.add(copy(command));
            }
            return !started;
        }
    }

    /** The command lies in the engine's buffer, which is used again. */
    private static OrderCommandDecoder copy(OrderCommandDecoder command) {
        int header = MessageHeaderDecoder.ENCODED_LENGTH;
        byte[] bytes = new byte[header + OrderCommandDecoder.BLOCK_LENGTH];
        command.buffer().getBytes(command.offset() - header, bytes);
        return new OrderCommandDecoder().wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder());
    }
}
