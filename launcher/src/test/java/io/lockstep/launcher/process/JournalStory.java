package io.lockstep.launcher.process;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.journal.JournalReader;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a journal says of orders, trades and starts, read off its records alone. */
final class JournalStory {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<Long> starts = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Listed> lists = new ArrayList<>();
    private final List<Set<Long>> trades = new ArrayList<>();
    private final List<String> kills = new ArrayList<>();
    private long runId;

    /** An order that was decided. */
    private record Order(long id, int accountId, long cause) {}

    /** A list of the venue's that was heard to its end. */
    private record Listed(long sequence, int accountId, ReconciliationKind kind) {}

    private JournalStory() {
        for (int i = 0; i < ServedVenue.values().length; i++) {
            trades.add(new TreeSet<>());
        }
    }

    /** Reads a journal that nobody writes. */
    static JournalStory of(JournalFolder folder) {
        JournalStory story = new JournalStory();
        story.read(folder.inputs());
        story.read(folder.decisions());
        return story;
    }

    /** How often the engine was started. */
    int starts() {
        return starts.size();
    }

    /** Who killed the engine and why, in order. */
    List<String> kills() {
        return Collections.unmodifiableList(kills);
    }

    /** Ids that the orders decided on were sent with. */
    Set<String> clientOrderIds() {
        Set<String> ids = new HashSet<>();
        byte[] id = new byte[ClientOrderId.LENGTH];
        for (Order order : orders) {
            ClientOrderId.encode(ClientOrderId.ORDER, runId, order.id(), id, 0);
            ids.add(new String(id, StandardCharsets.US_ASCII));
        }
        return ids;
    }

    /** Ids of the trades that were booked for an instrument. */
    Set<Long> trades(ServedVenue venue) {
        return Collections.unmodifiableSet(trades.get(venue.ordinal()));
    }

    /** Orders that were decided on after a start and before the venue's lists of that account had come, in words. */
    List<String> ordersBeforeReconciled() {
        List<String> early = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            long begin = starts.get(i);
            long end = i + 1 < starts.size() ? starts.get(i + 1) : Long.MAX_VALUE;
            for (ServedVenue venue : ServedVenue.values()) {
                Order first = firstOrder(venue.ordinal(), begin, end);
                if (first != null
                        && !listed(venue.ordinal(), begin, first.cause()).containsAll(needed(venue))) {
                    early.add("start " + (i + 1) + ": " + first + ", heard only "
                            + listed(venue.ordinal(), begin, first.cause()));
                }
            }
        }
        return early;
    }

    private static Set<ReconciliationKind> needed(ServedVenue venue) {
        return venue == ServedVenue.SPOT
                ? EnumSet.of(ReconciliationKind.ORDERS, ReconciliationKind.FILLS, ReconciliationKind.CASH)
                : EnumSet.of(
                        ReconciliationKind.ORDERS,
                        ReconciliationKind.FILLS,
                        ReconciliationKind.POSITIONS,
                        ReconciliationKind.CASH);
    }

    private @Nullable Order firstOrder(int account, long begin, long end) {
        return orders.stream()
                .filter(each -> each.accountId() == account && each.cause() > begin && each.cause() < end)
                .findFirst()
                .orElse(null);
    }

    private Set<ReconciliationKind> listed(int account, long begin, long end) {
        Set<ReconciliationKind> kinds = EnumSet.noneOf(ReconciliationKind.class);
        lists.stream()
                .filter(each -> each.accountId() == account && each.sequence() > begin && each.sequence() <= end)
                .forEach(each -> kinds.add(each.kind()));
        return kinds;
    }

    private void read(Path queue) {
        EngineEvent event = new EngineEvent();
        try (JournalReader reader = JournalReader.open(queue)) {
            while (reader.next()) {
                reader.copyTo(event);
                add(event);
            }
            reader.requireSound();
        }
    }

    private void add(EngineEvent event) {
        switch (event.templateId()) {
            case EngineStartDecoder.TEMPLATE_ID -> {
                starts.add(event.sequence());
                runId = new EngineStartDecoder()
                        .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .runId();
            }
            case OrderCommandDecoder.TEMPLATE_ID ->
                ordered(new OrderCommandDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
            case ExecutionReportDecoder.TEMPLATE_ID ->
                reported(new ExecutionReportDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
            case ReconciliationMarkDecoder.TEMPLATE_ID ->
                listed(
                        event.sequence(),
                        new ReconciliationMarkDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
            case OperatorCommandDecoder.TEMPLATE_ID ->
                commanded(new OperatorCommandDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
            default -> {}
        }
    }

    private void ordered(OrderCommandDecoder command) {
        if (command.action() == OrderAction.NEW) {
            orders.add(new Order(command.orderId(), command.accountId(), command.causeSequence()));
        }
    }

    private void reported(ExecutionReportDecoder report) {
        if (report.execType() == ExecType.FILL) {
            // T and the venue's own trade id
            trades.get(report.instrumentId()).add(Long.parseLong(report.execId().substring(1)));
        }
    }

    private void listed(long sequence, ReconciliationMarkDecoder mark) {
        if (mark.phase() == ReconciliationPhase.END) {
            lists.add(new Listed(sequence, mark.accountId(), mark.kind()));
        }
    }

    private void commanded(OperatorCommandDecoder command) {
        if (command.action() == OperatorAction.KILL) {
            kills.add(command.actor() + ": " + command.reason());
        }
    }
}
