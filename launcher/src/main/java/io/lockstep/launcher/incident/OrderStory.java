package io.lockstep.launcher.incident;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.order.OrderIds;
import io.lockstep.journal.JournalReader;
import io.lockstep.launcher.print.EventReader;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything the journal knows of one order: the input that caused it and what the strategy knew of that instrument by then, what was decided
 * on the same input, and what became of it.
 *
 * @param cause the input that caused it
 * @param before the last input of each kind about the instrument before that, oldest first
 * @param decided every decision of that input
 * @param after reports, denials and commands about the order since
 */
public record OrderStory(
        Map<String, Object> cause,
        List<Map<String, Object>> before,
        List<Map<String, Object>> decided,
        List<Map<String, Object>> after) {
    private static final long LOOK_BACK = 100_000;

    /** Copies the lists. */
    public OrderStory {
        before = List.copyOf(before);
        decided = List.copyOf(decided);
        after = List.copyOf(after);
    }

    /**
     * Reads the story of an order.
     *
     * @throws IllegalArgumentException if the journal has no such order
     */
    public static OrderStory read(JournalFolder folder, long orderId) {
        long sequence = OrderIds.sequence(orderId);
        EventReader events = new EventReader();
        List<Map<String, Object>> decided = new ArrayList<>();
        List<Map<String, Object>> after = new ArrayList<>();
        boolean found = false;
        try (JournalReader decisions = JournalReader.open(folder.decisions())) {
            while (decisions.next()) {
                long cause = decisions.buffer().getLong(decisions.offset() + RecordLayout.BODY_OFFSET);
                if (cause >= sequence) {
                    Map<String, Object> event = events.read(decisions.buffer(), decisions.offset());
                    found |= cause == sequence && isAbout(event, orderId);
                    if (cause == sequence) {
                        decided.add(event);
                    } else if (isAbout(event, orderId)) {
                        after.add(event);
                    }
                }
            }
        }
        if (!found) {
            throw new IllegalArgumentException("no such order in the journal: order=" + orderId);
        }
        Object instrument = decided.stream()
                .filter(each -> isAbout(each, orderId))
                .map(each -> each.get("instrumentId"))
                .findFirst()
                .orElseThrow();
        return readInputs(folder, orderId, sequence, instrument, decided, after);
    }

    private static OrderStory readInputs(
            JournalFolder folder,
            long orderId,
            long sequence,
            Object instrument,
            List<Map<String, Object>> decided,
            List<Map<String, Object>> after) {
        EventReader events = new EventReader();
        Map<Object, Map<String, Object>> lastOfKind = new LinkedHashMap<>();
        Map<String, Object> cause = Map.of();
        try (JournalReader inputs = JournalReader.open(folder.inputs(), Math.max(1, sequence - LOOK_BACK))) {
            while (inputs.next()) {
                Map<String, Object> event = events.read(inputs.buffer(), inputs.offset());
                if (inputs.sequence() == sequence) {
                    cause = event;
                } else if (inputs.sequence() < sequence && instrument.equals(event.get("instrumentId"))) {
                    // taken out first, so that the newest stands last
                    lastOfKind.remove(event.get("type"));
                    lastOfKind.put(event.get("type"), event);
                } else if (inputs.sequence() > sequence && isAbout(event, orderId)) {
                    after.add(event);
                }
            }
        }
        after.sort((a, b) -> String.valueOf(a.get("time")).compareTo(String.valueOf(b.get("time"))));
        return new OrderStory(cause, List.copyOf(lastOfKind.values()), decided, after);
    }

    private static boolean isAbout(Map<String, Object> event, long orderId) {
        Object id = orderId;
        return id.equals(event.get("orderId")) || id.equals(event.get("originalOrderId"));
    }
}
