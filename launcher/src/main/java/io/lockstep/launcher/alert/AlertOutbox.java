package io.lockstep.launcher.alert;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.AlertDeliveryDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Severity;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes alerts off the engine thread without ever waiting: into a bounded queue, one entry for each receiver. While the past is taken in it
 * learns from the journal which of them were delivered or given up, and offers only the rest. What finds the queue full is counted and still
 * in the journal.
 */
public final class AlertOutbox implements EngineListener {
    private static final int MOST_WAITING = 4_096;
    private static final int MOST_FROM_THE_PAST = 1_000;

    private final Severity least;
    private final List<String> receivers;
    private final Gauges gauges;
    private final Queue<Letter> waiting = new ManyToOneConcurrentArrayQueue<>(MOST_WAITING);
    private final ArrayDeque<Letter> past = new ArrayDeque<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AlertDecoder alert = new AlertDecoder();
    private final AlertDeliveryDecoder delivery = new AlertDeliveryDecoder();
    private boolean live;

    /**
     * An outbox.
     *
     * @param least least severe alert it takes
     * @param receivers their names
     */
    public AlertOutbox(Severity least, List<String> receivers, Gauges gauges) {
        this.least = least;
        this.receivers = List.copyOf(receivers);
        this.gauges = gauges;
    }

    /** An alert for one receiver. */
    record Letter(AlertNote note, String receiver) {}

    @Override
    public void onEvent(EngineEvent event) {
        if (!live && event.templateId() == AlertDeliveryDecoder.TEMPLATE_ID) {
            settle(event);
        }
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            if (RecordLayout.templateId(made.buffer(), offset) == AlertDecoder.TEMPLATE_ID) {
                take(made, offset, event.timeNs());
            }
        }
    }

    /** The past is taken in: what it left undelivered is offered first. Before the engine has a thread of its own. */
    public void goLive() {
        live = true;
        past.forEach(this::offer);
        past.clear();
    }

    /** The next letter; null if there is none. For the worker's thread. */
    @Nullable
    Letter poll() {
        return waiting.poll();
    }

    private void take(RecordBuffer made, int offset, long timeNs) {
        alert.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
        if (alert.severity().value() < least.value()) {
            return;
        }
        AlertNote note = new AlertNote(alert.causeSequence(), timeNs, alert.severity(), alert.code(), alert.detail());
        for (String receiver : receivers) {
            Letter letter = new Letter(note, receiver);
            if (live) {
                offer(letter);
            } else {
                keep(letter);
            }
        }
    }

    private void keep(Letter letter) {
        past.add(letter);
        if (past.size() > MOST_FROM_THE_PAST) {
            past.removeFirst();
            gauges.add(Gauge.ALERTS_OVERFLOWED, 1);
        }
    }

    private void settle(EngineEvent event) {
        delivery.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        long sequence = delivery.alertSequence();
        String receiver = delivery.receiver();
        String code = delivery.code();
        Iterator<Letter> letters = past.iterator();
        while (letters.hasNext()) {
            Letter letter = letters.next();
            if (letter.note().sequence() == sequence
                    && letter.receiver().equals(receiver)
                    && letter.note().code().equals(code)) {
                letters.remove();
                return;
            }
        }
    }

    private void offer(Letter letter) {
        if (!waiting.offer(letter)) {
            gauges.add(Gauge.ALERTS_OVERFLOWED, 1);
        }
    }
}
