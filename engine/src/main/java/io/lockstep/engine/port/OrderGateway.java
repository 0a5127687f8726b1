package io.lockstep.engine.port;

import io.lockstep.engine.sbe.OrderCommandDecoder;

/**
 * The way out: carries accepted order commands to a venue. Called on the engine thread, after the command was journaled.
 *
 * <p>Implementations must not block and must not answer from within the call: acks, fills and refusals come back as
 * {@code ExecutionReport} events through the {@link EventPublisher}. A command that could not be sent at all is answered the same
 * way, with {@code REJECTED} and source {@code LOCAL} when it is certain that no byte left, else {@code OUTCOME_UNKNOWN}.
 */
public interface OrderGateway {
    /**
     * Sends one command.
     *
     * @param command valid only during the call
     */
    void send(OrderCommandDecoder command);
}
