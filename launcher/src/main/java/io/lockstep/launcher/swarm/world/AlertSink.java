package io.lockstep.launcher.swarm.world;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.launcher.swarm.line.Inbox;
import io.lockstep.launcher.swarm.line.Records;
import io.lockstep.launcher.swarm.machine.Agenda;
import java.util.ArrayDeque;
import java.util.Deque;

/** Somebody who is sent critical alerts and has them a second or two later, unless the sink is down; then when it is back. */
final class AlertSink implements WorldObserver {
    private static final long SECOND = 1_000_000_000L;

    private final Agenda agenda;
    private final Records records;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AlertDecoder alert = new AlertDecoder();
    private boolean down;

    AlertSink(Agenda agenda, Records records) {
        this.agenda = agenda;
        this.records = records;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    /** Delivers what waits, every so often. */
    void run(Inbox inbox) {
        if (!down) {
            for (Long sequence = waiting.poll(); sequence != null; sequence = waiting.poll()) {
                inbox.deliver(inbox.generation(), records.delivered(sequence));
            }
        }
        agenda.after(2 * SECOND, () -> run(inbox));
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            if (RecordLayout.templateId(made.buffer(), offset) == AlertDecoder.TEMPLATE_ID) {
                alert.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                if (alert.severity() == Severity.CRITICAL) {
                    waiting.add(event.sequence());
                }
            }
        }
    }
}
