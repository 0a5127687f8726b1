package io.lockstep.launcher.swarm.mutant;

import static io.lockstep.engine.event.RecordLayout.BODY_OFFSET;
import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** A gateway that sends what it should not: again, otherwise, or not at all. */
final class Outbound implements Workmanship {
    private final Sender sender;
    private final Map<Long, byte[]> sent = new LinkedHashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final OrderCommandDecoder copy = new OrderCommandDecoder();
    private final OrderCommandEncoder changed = new OrderCommandEncoder();
    private boolean resends;
    private boolean resendsAtStart;
    private long idShift;
    private OrderGateway line = command -> {};

    private Outbound(Sender sender) {
        this.sender = sender;
    }

    /** What is done with a command; the sound gateway takes what is to leave. */
    interface Sender {
        /** Sends it, in its own way. */
        void send(OrderCommandDecoder command, Outbound made, OrderGateway sound);
    }

    static Workmanship sending(Sender sender) {
        return new Outbound(sender);
    }

    /** Sends a new order again when its outcome is unknown, under an id so much higher. */
    static Workmanship resending(long idShift) {
        Outbound made = new Outbound((command, self, sound) -> sound.send(command));
        made.resends = true;
        made.idShift = idShift;
        return made;
    }

    /** Sends what was sent last again when the process starts: nobody knows whether it arrived. */
    static Workmanship resendingAtStart() {
        Outbound made = new Outbound((command, self, sound) -> sound.send(command));
        made.resendsAtStart = true;
        return made;
    }

    @Override
    public OrderGateway gateway(OrderGateway sound) {
        line = sound;
        if (resendsAtStart) {
            sent.forEach((id, record) -> sound.send(of(record, id)));
            sent.clear();
        }
        return command -> {
            if ((resends || resendsAtStart) && command.action() == OrderAction.NEW) {
                keep(command);
            }
            sender.send(command, this, sound);
        };
    }

    private void keep(OrderCommandDecoder command) {
        if (resendsAtStart) {
            sent.clear();
        }
        sent.put(command.orderId(), bytes(command));
    }

    @Override
    public byte @Nullable [] inbound(byte[] sound) {
        UnsafeBuffer buffer = new UnsafeBuffer(sound);
        if (resends && RecordLayout.templateId(buffer, 0) == ExecutionReportDecoder.TEMPLATE_ID) {
            report.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
            byte[] again = report.execType() == ExecType.OUTCOME_UNKNOWN ? sent.remove(report.orderId()) : null;
            if (again != null) {
                line.send(of(again, report.orderId() + idShift));
            }
        }
        return sound;
    }

    /** A copy of a command under another id. */
    OrderCommandDecoder renamed(OrderCommandDecoder command, long orderId) {
        return of(bytes(command), orderId);
    }

    private OrderCommandDecoder of(byte[] record, long orderId) {
        UnsafeBuffer buffer = new UnsafeBuffer(record);
        changed.wrap(buffer, BODY_OFFSET).orderId(orderId);
        return copy.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
    }

    /** A copy of a command with another quantity. */
    OrderCommandDecoder sized(OrderCommandDecoder command, long quantity) {
        UnsafeBuffer buffer = new UnsafeBuffer(bytes(command));
        changed.wrap(buffer, BODY_OFFSET).quantity(quantity);
        return copy.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
    }

    private static byte[] bytes(OrderCommandDecoder command) {
        int start = command.offset() - BODY_OFFSET;
        byte[] record = new byte[RecordLayout.length(command.buffer(), start)];
        command.buffer().getBytes(start, record);
        return record;
    }
}
