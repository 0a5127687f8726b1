package io.lockstep.engine.testkit;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.List;

/** Alerts of a decision journal. */
public final class Alerts {
    private Alerts() {}

    /** Codes of all alerts, in order. */
    public static List<String> codes(InMemoryEventLog decisions) {
        return read(decisions, false);
    }

    /** Details of all alerts, in order. */
    public static List<String> details(InMemoryEventLog decisions) {
        return read(decisions, true);
    }

    private static List<String> read(InMemoryEventLog decisions, boolean detail) {
        List<String> found = new ArrayList<>();
        AlertDecoder alert = new AlertDecoder();
        for (int i = 0; i < decisions.count(); i++) {
            if (decisions.templateId(i) == AlertDecoder.TEMPLATE_ID) {
                alert.wrapAndApplyHeader(decisions.view(i), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
                found.add(detail ? alert.detail() : alert.code());
            }
        }
        return found;
    }
}
