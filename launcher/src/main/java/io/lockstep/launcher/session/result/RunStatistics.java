package io.lockstep.launcher.session.result;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import java.util.Map;
import java.util.TreeMap;

/** Counts a run's events and decisions by type, and its orders, denials and fills. Written on the engine thread, read when it has stopped. */
public final class RunStatistics implements EngineListener {
    private static final int TEMPLATES = 256;

    private final long[] inputs = new long[TEMPLATES];
    private final long[] decisions = new long[TEMPLATES];
    private final long[] denied = new long[DenyReason.values().length];
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final OrderDeniedDecoder denial = new OrderDeniedDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private long events;
    private long orders;
    private long fills;
    private long rejected;

    @Override
    public void onEvent(EngineEvent event) {
        events++;
        inputs[event.templateId()]++;
        if (event.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
            onReport(event);
        }
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            onDecision(made, offset);
        }
    }

    /** Inputs. */
    public long events() {
        return events;
    }

    /** New orders that left. */
    public long orders() {
        return orders;
    }

    /** Fills reported. */
    public long fills() {
        return fills;
    }

    /** Orders the venue refused. */
    public long rejected() {
        return rejected;
    }

    /** Inputs by type, in the order of template ids. */
    public Map<String, Long> inputsByType() {
        return byType(inputs);
    }

    /** Decisions by type, in the order of template ids. */
    public Map<String, Long> decisionsByType() {
        return byType(decisions);
    }

    /** Orders stopped by the risk gate, by reason. */
    public Map<String, Long> deniedByReason() {
        Map<String, Long> counts = new TreeMap<>();
        for (DenyReason reason : DenyReason.values()) {
            if (denied[reason.code()] > 0) {
                counts.put(reason.name(), denied[reason.code()]);
            }
        }
        return counts;
    }

    private void onReport(EngineEvent event) {
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        ExecType type = report.execType();
        fills += type == ExecType.FILL ? 1 : 0;
        rejected += type == ExecType.REJECTED ? 1 : 0;
    }

    private void onDecision(RecordBuffer made, int offset) {
        int templateId = RecordLayout.templateId(made.buffer(), offset);
        decisions[templateId]++;
        if (templateId == OrderCommandDecoder.TEMPLATE_ID) {
            command.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
            orders += command.action() == OrderAction.NEW ? 1 : 0;
        } else if (templateId == OrderDeniedDecoder.TEMPLATE_ID) {
            denial.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
            denied[denial.reason()]++;
        }
    }

    private static Map<String, Long> byType(long[] counts) {
        Map<String, Long> named = new TreeMap<>();
        for (int id = 0; id < counts.length; id++) {
            if (counts[id] > 0) {
                named.put(EventNames.of(id), counts[id]);
            }
        }
        return named;
    }
}
