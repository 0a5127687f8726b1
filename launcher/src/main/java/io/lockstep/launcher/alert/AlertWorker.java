package io.lockstep.launcher.alert;

import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.launcher.alert.AlertOutbox.Letter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delivers letters: each receiver has a line of its own, in order, with back-off after a failure, so that one that is down holds up no other
 * for longer than one try. After the last try a letter is a dead letter: counted, journaled and passed over. One thread.
 */
public final class AlertWorker {
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 60_000;

    private final AlertOutbox outbox;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final int attempts;
    private final Gauges gauges;
    private final Journal journal;
    private final long silenceMs;
    private final Map<AlertNote, Long> unheard = new LinkedHashMap<>();

    /**
     * A worker.
     *
     * @param attempts tries before a letter is dead
     * @param silenceMs how long a critical alert may reach nobody, ms; 0 for any time
     * @param journal told what became of each letter
     */
    public AlertWorker(
            AlertOutbox outbox,
            List<AlertReceiver> receivers,
            int attempts,
            long silenceMs,
            Gauges gauges,
            Journal journal) {
        this.outbox = outbox;
        this.attempts = attempts;
        this.silenceMs = silenceMs;
        this.gauges = gauges;
        this.journal = journal;
        receivers.forEach(each -> lines.put(each.name(), new Line(each)));
    }

    /** Keeps what became of a letter. */
    public interface Journal {
        /**
         * A letter has come to its end.
         *
         * @param delivered whether the receiver has it
         */
        void onEnd(AlertNote note, String receiver, boolean delivered, int attempts);

        /** A critical alert has reached nobody for too long. */
        void onSilence(AlertNote note);
    }

    /**
     * Takes what is new and tries what is due.
     *
     * @param nowMs monotonic time, ms
     */
    public void step(long nowMs) {
        for (Letter letter = outbox.poll(); letter != null; letter = outbox.poll()) {
            Line line = lines.get(letter.receiver());
            if (line != null) {
                line.letters.add(letter);
                notice(letter.note(), nowMs);
            }
        }
        int pending = 0;
        for (Line line : lines.values()) {
            line.step(nowMs);
            pending += line.letters.size();
        }
        gauges.set(Gauge.ALERTS_PENDING, pending);
        listenForSilence(nowMs);
    }

    private void notice(AlertNote note, long nowMs) {
        if (silenceMs > 0 && note.severity() == Severity.CRITICAL) {
            unheard.putIfAbsent(note, nowMs);
        }
    }

    private void listenForSilence(long nowMs) {
        Iterator<Map.Entry<AlertNote, Long>> notes = unheard.entrySet().iterator();
        while (notes.hasNext()) {
            Map.Entry<AlertNote, Long> note = notes.next();
            if (nowMs - note.getValue() >= silenceMs) {
                notes.remove();
                journal.onSilence(note.getKey());
            }
        }
    }

    /** Letters of one receiver. */
    private final class Line {
        private final AlertReceiver receiver;
        private final Deque<Letter> letters = new ArrayDeque<>();
        private int tries;
        private long dueMs = Long.MIN_VALUE;

        Line(AlertReceiver receiver) {
            this.receiver = receiver;
        }

        void step(long nowMs) {
            Letter letter = letters.peek();
            if (letter == null || nowMs < dueMs) {
                return;
            }
            tries++;
            String failure = attempt(letter);
            if (failure == null || tries >= attempts) {
                end(letter, failure == null);
            } else {
                dueMs = nowMs + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(tries - 1, 10));
            }
        }

        private @Nullable String attempt(Letter letter) {
            try {
                receiver.send(letter.note());
                return null;
            } catch (IOException | RuntimeException e) {
                return e.getClass().getSimpleName();
            }
        }

        private void end(Letter letter, boolean delivered) {
            letters.remove();
            if (delivered) {
                unheard.remove(letter.note());
            }
            gauges.add(delivered ? Gauge.ALERTS_DELIVERED : Gauge.ALERTS_DEAD, 1);
            int took = tries;
            tries = 0;
            dueMs = Long.MIN_VALUE;
            journal.onEnd(letter.note(), letter.receiver(), delivered, took);
        }
    }
}
