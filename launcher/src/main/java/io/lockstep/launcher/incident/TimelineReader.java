package io.lockstep.launcher.incident;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TimerTickDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.journal.JournalReader;
import io.lockstep.launcher.incident.Timeline.Point;
import io.lockstep.launcher.print.EventReader;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.result.EventNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the timeline around an alert or an input out of a journal. One pass over the inputs up to the end of the window. */
public final class TimelineReader {
    private static final int MOST_ENTRIES = 5_000;

    private final JournalFolder folder;
    private final EventReader events = new EventReader();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /** Reads a journal. */
    public TimelineReader(JournalFolder folder) {
        this.folder = folder;
    }

    /**
     * The input an id means: a sequence, or an alert's code, of which the last one counts.
     *
     * @throws IllegalArgumentException if there is no such alert
     */
    public long find(String id) {
        if (id.matches("[0-9]{1,18}")) {
            return Long.parseLong(id);
        }
        long found = -1;
        AlertDecoder alert = new AlertDecoder();
        try (JournalReader decisions = JournalReader.open(folder.decisions())) {
            while (decisions.next()) {
                if (decisions.templateId() == AlertDecoder.TEMPLATE_ID) {
                    alert.wrapAndApplyHeader(decisions.buffer(), decisions.offset() + MESSAGE_OFFSET, header);
                    found = alert.code().equals(id) ? alert.causeSequence() : found;
                }
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException("no such alert in the journal: --id=" + id);
        }
        return found;
    }

    /**
     * Reads the timeline around an input.
     *
     * @param beforeNs how much before it, nanoseconds
     * @param afterNs how much after it, nanoseconds
     * @throws IllegalArgumentException if the journal has no such input
     */
    public Timeline read(long sequence, long beforeNs, long afterNs) {
        RunHeader run = RecordedRuns.last(folder);
        long momentNs = timeOf(sequence);
        Window window = new Window(run.instruments(), momentNs - beforeNs, momentNs + afterNs);
        try (JournalReader inputs = JournalReader.open(folder.inputs())) {
            boolean more = inputs.next();
            while (more && inputs.timeNs() <= window.toNs) {
                window.take(inputs);
                more = inputs.next();
            }
        }
        if (window.firstSequence > 0) {
            addDecisions(window);
        }
        return window.timeline(facts(run, sequence, momentNs, window));
    }

    private Map<String, Object> facts(RunHeader run, long sequence, long momentNs, Window window) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("journal", folder.path().toString());
        facts.put("sequence", sequence);
        facts.put("time", EventReader.instant(momentNs));
        facts.put("build", run.buildId());
        facts.put("configHash", run.configHash());
        facts.put("mode", run.mode().name());
        facts.put("firstSequence", window.firstSequence);
        facts.put("lastSequence", window.lastSequence);
        facts.put("leftOut", window.leftOut);
        facts.put("pnl", FixedPoint.toBigDecimal(window.books.pnl()));
        return facts;
    }

    private long timeOf(long sequence) {
        try (JournalReader inputs = JournalReader.open(folder.inputs(), sequence)) {
            if (inputs.next() && inputs.sequence() == sequence) {
                return inputs.timeNs();
            }
        }
        throw new IllegalArgumentException("no such input in the journal: sequence=" + sequence);
    }

    private void addDecisions(Window window) {
        try (JournalReader decisions = JournalReader.open(folder.decisions())) {
            while (decisions.next()) {
                long cause = decisions.buffer().getLong(decisions.offset() + RecordLayout.BODY_OFFSET);
                if (cause > window.lastSequence) {
                    return;
                }
                if (cause >= window.firstSequence) {
                    Map<String, Object> entry = events.read(decisions.buffer(), decisions.offset());
                    entry.remove("sequence");
                    window.add(cause, entry);
                }
            }
        }
    }

    /** What is collected between two times. */
    private final class Window {
        private final long fromNs;
        private final long toNs;
        private final NetBooks books;
        private final TreeMap<Long, List<Map<String, Object>>> entries = new TreeMap<>();
        private final Map<String, Long> leftOut = new TreeMap<>();
        private final Series prices = new Series();
        private final List<Point> fills = new ArrayList<>();
        private final Series pnl = new Series();
        private long firstSequence;
        private long lastSequence;
        private int size;

        Window(List<Instrument> instruments, long fromNs, long toNs) {
            this.fromNs = fromNs;
            this.toNs = toNs;
            books = new NetBooks(instruments);
        }

        void take(JournalReader input) {
            boolean fill = books.onInput(input.buffer(), input.offset());
            if (input.timeNs() < fromNs) {
                return;
            }
            firstSequence = firstSequence == 0 ? input.sequence() : firstSequence;
            lastSequence = input.sequence();
            if (isMarketData(input.templateId())) {
                leftOut.merge(name(input.templateId()), 1L, Long::sum);
            } else {
                Map<String, Object> entry = events.read(input.buffer(), input.offset());
                entry.remove("sequence");
                add(input.sequence(), entry);
            }
            draw(input.timeNs(), fill);
        }

        void add(long sequence, Map<String, Object> entry) {
            if (size++ < MOST_ENTRIES) {
                entries.computeIfAbsent(sequence, absent -> new ArrayList<>()).add(entry);
            } else {
                leftOut.merge("beyond " + MOST_ENTRIES + " entries", 1L, Long::sum);
            }
        }

        Timeline timeline(Map<String, Object> facts) {
            List<Map<String, Object>> rows = new ArrayList<>();
            entries.forEach((sequence, ofOne) -> ofOne.forEach(entry -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("sequence", sequence);
                row.putAll(entry);
                rows.add(row);
            }));
            return new Timeline(facts, rows, prices.points(), fills, pnl.points());
        }

        private void draw(long timeNs, boolean fill) {
            if (books.lastPrice() != 0) {
                prices.add(timeNs, FixedPoint.toDouble(books.lastPrice()));
                pnl.add(timeNs, FixedPoint.toDouble(books.pnl()));
            }
            if (fill) {
                fills.add(new Point(timeNs, FixedPoint.toDouble(books.lastFillPrice()), books.lastFillText()));
            }
        }
    }

    private static boolean isMarketData(int templateId) {
        return switch (templateId) {
            case TopOfBookDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID,
                    DepthUpdateDecoder.TEMPLATE_ID,
                    MarkPriceDecoder.TEMPLATE_ID,
                    TimerTickDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    private static String name(int templateId) {
        return EventNames.of(templateId);
    }
}
