package io.lockstep.launcher.session;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandEncoder;
import io.lockstep.engine.sbe.ScopeKind;

/** Publishes what a session itself asks of the whole engine. */
final class OperatorCommands {
    private OperatorCommands() {}

    /** Nothing new is begun, and open orders are cancelled: the session ends. */
    static void publishDrain(EventPublisher publisher, String reason, long timeNs) {
        EngineEvent event = publisher.claim();
        OperatorCommandEncoder command = new OperatorCommandEncoder();
        command.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .action(OperatorAction.DRAIN)
                .scopeKind(ScopeKind.ENGINE)
                .scopeId(0)
                .nonce(timeNs)
                .actor("control-file")
                .instrumentId(OperatorCommandEncoder.instrumentIdNullValue())
                .denyReason(0)
                .untilNs(FixedPoint.NULL)
                .reason(reason);
        event.complete(command.limit(), timeNs);
        publisher.publish(event);
    }
}
