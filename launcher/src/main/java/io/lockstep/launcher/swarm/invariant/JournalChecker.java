package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Disk;
import io.lockstep.launcher.swarm.machine.SimulatedLog;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** I1: what leaves is on the disk as it leaves. I16: what comes in is there too. */
final class JournalChecker implements WorldObserver {
    private static final int LOOK_BACK = 400;

    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderCommandDecoder recorded = new OrderCommandDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private @Nullable World world;
    private byte @Nullable [] delivered;

    JournalChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onSend(OrderCommandDecoder command) {
        World seen = world;
        if (seen == null || command.action() == OrderAction.QUERY) {
            return;
        }
        Disk disk = seen.process().disk();
        long place = find(disk.decisions(), command);
        findings.require(Invariant.I1, place > 0, () -> "sent, not in the journal as sent: order=" + command.orderId());
        if (place > 0 && seen.plan().has(Feature.POWER_SAFE)) {
            boolean durable =
                    disk.decisions().durableSequence() >= place && disk.inputs().durableSequence() >= disk.cause(place);
            findings.require(
                    Invariant.I1,
                    durable,
                    () -> "sent before it was synced: order=" + command.orderId() + ", record=" + place + ", synced="
                            + disk.decisions().durableSequence());
        }
    }

    @Override
    public void onDelivery(byte[] record) {
        delivered = record;
    }

    @Override
    public void onDied(String where) {
        delivered = null;
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        byte[] expected = delivered;
        if (expected == null) {
            findings.require(
                    Invariant.I16,
                    isFeedback(event),
                    () -> "in the journal, but nobody sent it: sequence=" + event.sequence() + ", template="
                            + event.templateId());
            return;
        }
        delivered = null;
        findings.require(
                Invariant.I16,
                isStored(event, expected),
                () -> "not in the journal as it came: sequence=" + event.sequence() + ", template="
                        + event.templateId());
    }

    @Override
    public void onEnd() {
        findings.require(Invariant.I16, delivered == null, () -> "handed over and never handled");
    }

    private boolean isStored(EngineEvent event, byte[] expected) {
        World seen = world;
        if (seen == null) {
            return false;
        }
        SimulatedLog inputs = seen.process().disk().inputs();
        if (inputs.lastSequence() < event.sequence() || event.length() != expected.length) {
            return false;
        }
        int stored = inputs.buffer().wrapAdjustment() + inputs.offset(event.sequence());
        return Arrays.equals(
                inputs.buffer().byteArray(),
                stored + MESSAGE_OFFSET,
                stored + expected.length,
                expected,
                MESSAGE_OFFSET,
                expected.length);
    }

    private boolean isFeedback(EngineEvent event) {
        if (event.templateId() == DenialFeedbackDecoder.TEMPLATE_ID) {
            return true;
        }
        if (event.templateId() != ExecutionReportDecoder.TEMPLATE_ID) {
            return false;
        }
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return report.source() == ReportSource.LOCAL;
    }

    /** Place of a command among the last decisions, 0 if it is not there as it is. */
    private long find(SimulatedLog decisions, OrderCommandDecoder command) {
        long last = decisions.lastSequence();
        for (long place = last; place > 0 && place > last - LOOK_BACK; place--) {
            int offset = decisions.offset(place);
            if (RecordLayout.templateId(decisions.buffer(), offset) == OrderCommandDecoder.TEMPLATE_ID) {
                recorded.wrapAndApplyHeader(decisions.buffer(), offset + MESSAGE_OFFSET, header);
                if (isSame(recorded, command)) {
                    return place;
                }
            }
        }
        return 0;
    }

    private static boolean isSame(OrderCommandDecoder a, OrderCommandDecoder b) {
        return a.orderId() == b.orderId()
                && a.action() == b.action()
                && a.originalOrderId() == b.originalOrderId()
                && a.instrumentId() == b.instrumentId()
                && a.side() == b.side()
                && a.quantity() == b.quantity()
                && a.price() == b.price();
    }
}
