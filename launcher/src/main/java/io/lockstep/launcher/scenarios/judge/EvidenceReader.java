package io.lockstep.launcher.scenarios.judge;

import static io.lockstep.engine.event.RecordLayout.BODY_OFFSET;
import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.AlertDeliveryDecoder;
import io.lockstep.engine.sbe.ConfigPartDecoder;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.HostStatusDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.TimerTickDecoder;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.swarm.invariant.Invariant;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a new session's journal back from the disk, each input with the decisions made of it, and holds it against what passed the gateways: every
 * event they handed over stands where it was put, as it was (I16), and every command they were given is there as it left (I1).
 */
public final class EvidenceReader {
    // what a session itself puts in
    private static final Set<Integer> OWN = Set.of(
            EngineStartDecoder.TEMPLATE_ID,
            ConfigPartDecoder.TEMPLATE_ID,
            InstrumentDefinitionDecoder.TEMPLATE_ID,
            EngineStopDecoder.TEMPLATE_ID,
            TimerTickDecoder.TEMPLATE_ID,
            OperatorCommandDecoder.TEMPLATE_ID,
            DenialFeedbackDecoder.TEMPLATE_ID,
            AlertDeliveryDecoder.TEMPLATE_ID,
            HostStatusDecoder.TEMPLATE_ID,
            ConnectionStatusDecoder.TEMPLATE_ID);

    private final Handover handover;
    private final Evidence evidence;
    private final Findings findings;
    private final EngineEvent decision = new EngineEvent();
    private final Map<ByteBuffer, Integer> journaledCommands = new HashMap<>();
    private boolean hasDecision;

    /** A reader for one journal. */
    public EvidenceReader(Handover handover, Evidence evidence, Findings findings) {
        this.handover = handover;
        this.evidence = evidence;
        this.findings = findings;
    }

    /** Reads it to the end. */
    public void read(JournalFolder folder) {
        Map<Long, Handover.Input> handed = handover.inputs();
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            hasDecision = decisions.next(decision);
            EngineEvent input = new EngineEvent();
            while (inputs.next(input)) {
                checkInput(input, handed);
                evidence.onInput(input);
                decisionsOf(input.sequence(), decisions);
            }
        }
        handed.keySet()
                .forEach(sequence ->
                        findings.violated(Invariant.I16, "handed over and not in the journal: sequence=" + sequence));
        handover.commands().forEach(this::checkCommand);
    }

    private void decisionsOf(long sequence, JournalFolder.Recording decisions) {
        while (hasDecision && decision.buffer().getLong(BODY_OFFSET) <= sequence) {
            if (decision.templateId() == OrderCommandDecoder.TEMPLATE_ID) {
                journaledCommands.merge(Handover.Input.of(decision).message(), 1, Integer::sum);
            }
            evidence.onDecision(decision);
            hasDecision = decisions.next(decision);
        }
    }

    private void checkInput(EngineEvent input, Map<Long, Handover.Input> handed) {
        Handover.Input expected = handed.remove(input.sequence());
        if (expected == null) {
            findings.require(
                    Invariant.I16,
                    isOwn(input),
                    () -> "in the journal and handed over by nobody: sequence=" + input.sequence() + ", template="
                            + input.templateId());
            return;
        }
        findings.require(
                Invariant.I16,
                Handover.Input.of(input).equals(expected),
                () -> "not in the journal as it was handed over: sequence=" + input.sequence() + ", template="
                        + input.templateId());
    }

    private static boolean isOwn(EngineEvent input) {
        if (input.templateId() != ExecutionReportDecoder.TEMPLATE_ID) {
            return OWN.contains(input.templateId());
        }
        ExecutionReportDecoder report = new ExecutionReportDecoder()
                .wrapAndApplyHeader(input.buffer(), MESSAGE_OFFSET, new MessageHeaderDecoder());
        return report.source() == ReportSource.LOCAL;
    }

    /** A query decides nothing and is not journaled; all else leaves as often as it was decided, at most. */
    private void checkCommand(ByteBuffer message) {
        OrderCommandDecoder command =
                new OrderCommandDecoder().wrapAndApplyHeader(new UnsafeBuffer(message), 0, new MessageHeaderDecoder());
        if (command.action() == OrderAction.QUERY) {
            return;
        }
        int left = journaledCommands.getOrDefault(message, 0);
        journaledCommands.put(message, left - 1);
        findings.require(
                Invariant.I1,
                left > 0,
                () -> "sent, and not in the journal as sent: order=" + command.orderId() + ", action="
                        + command.action());
    }
}
