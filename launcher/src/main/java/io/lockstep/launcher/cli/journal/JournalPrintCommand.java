package io.lockstep.launcher.cli.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lockstep.journal.JournalReader;
import io.lockstep.launcher.cli.option.JournalQueueOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.print.EventReader;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep journal print}: the records of a journal. */
@Command(
        name = "print",
        description = "Shows a journal's records, as text or as JSON lines, by range, type, instrument or order.")
final class JournalPrintCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final JournalQueueOptions queue = new JournalQueueOptions();

    @Option(names = "--from", paramLabel = "SEQ", defaultValue = "1", description = "First sequence; default 1.")
    private long from = 1;

    @Option(names = "--to", paramLabel = "SEQ", description = "Last sequence; default the end.")
    private long to = Long.MAX_VALUE;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only this type, for example trade or orderCommand.")
    private @Nullable String type;

    @Option(names = "--instrument", paramLabel = "ID", description = "Only this instrument id.")
    private @Nullable Long instrument;

    @Option(
            names = "--order",
            paramLabel = "ID",
            description = "Only this order, also as the one cancelled or replaced.")
    private @Nullable Long order;

    @Override
    public Integer call() {
        EventReader events = new EventReader();
        requireKnownType(events);
        PrintWriter out = report.out();
        try (JournalReader reader = JournalReader.open(queue.directory(), from)) {
            while (reader.next() && reader.sequence() <= to && !out.checkError()) {
                Map<String, Object> event = events.read(reader.buffer(), reader.offset());
                if (isWanted(event)) {
                    out.println(report.isJson() ? json(event) : text(event));
                }
            }
            reader.requireSound();
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    private void requireKnownType(EventReader events) {
        if (type != null && !events.types().contains(type)) {
            throw new IllegalArgumentException("no such type: --type=" + type + ", known: " + events.types());
        }
    }

    private boolean isWanted(Map<String, Object> event) {
        return (type == null || type.equals(event.get("type")))
                && (instrument == null || instrument.equals(event.get("instrumentId")))
                && (order == null || order.equals(event.get("orderId")) || order.equals(event.get("originalOrderId")));
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event holds a value JSON cannot: " + event, e);
        }
    }

    private static String text(Map<String, Object> event) {
        Map<String, Object> rest = new LinkedHashMap<>(event);
        String head = rest.remove("sequence") + "  " + rest.remove("time") + "  " + rest.remove("type");
        return head
                + rest.entrySet().stream()
                        .map(field -> "  " + field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining());
    }
}
