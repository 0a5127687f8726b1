package io.lockstep.engine.port;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandEncoder;
import io.lockstep.engine.sbe.ScopeKind;

/** How a component outside the core has everything stopped: an operator's command like any other, journaled with who gave it and why. */
public final class KillRequest {
    private KillRequest() {}

    /**
     * Publishes it; not from the engine thread, for it waits while the ring is full.
     *
     * @param actor who asks, in one word
     * @param reason why, for people
     * @param timeNs now, UTC, nanoseconds
     */
    public static void publish(EventPublisher publisher, String actor, String reason, long timeNs) {
        EngineEvent event = publisher.claim();
        OperatorCommandEncoder command = new OperatorCommandEncoder();
        command.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .action(OperatorAction.KILL)
                .scopeKind(ScopeKind.ENGINE)
                .scopeId(0)
                .nonce(timeNs)
                .actor(actor)
                .instrumentId(OperatorCommandEncoder.instrumentIdNullValue())
                .denyReason(0)
                .untilNs(FixedPoint.NULL)
                .reason(reason);
        event.complete(command.limit(), timeNs);
        publisher.publish(event);
    }
}
