package io.lockstep.gateway.alpaca.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.gateway.alpaca.FakePublisher;
import io.lockstep.gateway.alpaca.TestInstruments;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.gateway.alpaca.wire.Symbols;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingStreamDecoderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SYMBOLS = List.of("AAPL", "GNL", "SOL/USD");
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("accepted", "ACCEPTED"),
            Map.entry("pending_new", "ACCEPTED"),
            Map.entry("new", "ACCEPTED"),
            Map.entry("held", "ACCEPTED"),
            Map.entry("partial_fill", "FILL"),
            Map.entry("fill", "FILL"),
            Map.entry("canceled", "CANCELED"),
            Map.entry("expired", "EXPIRED"),
            Map.entry("rejected", "REJECTED"),
            Map.entry("replaced", "REPLACED"),
            Map.entry("order_cancel_rejected", "CANCEL_REJECTED"),
            Map.entry("order_replace_rejected", "REPLACE_REJECTED"));
    private static final Set<String> FINAL = Set.of("filled", "canceled", "expired", "rejected", "replaced");

    private final FakePublisher publisher = new FakePublisher();
    private final ReportCounters counters = new ReportCounters();
    private final List<String> told = new ArrayList<>();
    private final ClientOrderIds ids = new ClientOrderIds(77);
    private final AccountExecution execution = new AccountExecution(
            new Symbols(TestInstruments.of(SYMBOLS)), publisher, ids, 4, new FakeListener(), counters);

    @Test
    void shouldReportEveryKnownEventAsTheOracleDoes() {
        int updates = 0;
        for (JsonNode frame : serverFrames()) {
            String raw = frame.get("raw").asText().replace("LS-000000000042", ids.of(42, 3));
            JsonNode message = read(raw);

            decode(raw);

            List<String> reports = publisher.drain();
            if (message.path("stream").asText().equals("trade_updates")) {
                assertThat(reports).as(frame.get("kind").asText()).containsExactly(expected(message.get("data")));
                updates++;
            } else {
                assertThat(reports).isEmpty();
            }
        }
        assertThat(updates).isEqualTo(22);
        assertThat(counters.get(ReportIssue.UNREADABLE)).isZero();
        assertThat(counters.get(ReportIssue.UNKNOWN_EVENT)).isEqualTo(1);
        assertThat(counters.get(ReportIssue.EXTERNAL_ORDER)).isEqualTo(2);
    }

    @Test
    void shouldTellWhatTheStreamSaysAboutTheSession() {
        for (JsonNode frame : serverFrames()) {
            decode(frame.get("raw").asText());
        }

        assertThat(told)
                .containsExactly(
                        "authorized=true authenticate ",
                        "authorized=false authenticate ",
                        "authorized=false authenticate access key verification failed",
                        "authorized=false listen ",
                        "listening [trade_updates]",
                        "error rate limit exceeded",
                        "query 7f3c1d52-0d3b-4f0e-9d40-3a1c6f0a9b11 RESTATED",
                        "query 7f3c1d52-0d3b-4f0e-9d40-3a1c6f0a9b11 UNKNOWN");
    }

    @Test
    void shouldReportAFillOnce() {
        String fill = frame("fill.observed");

        decode(fill);
        decode(fill);

        assertThat(publisher.drain()).hasSize(1);
        assertThat(counters.get(ReportIssue.DUPLICATE_FILL)).isEqualTo(1);
    }

    @Test
    void shouldKnowTheOwnerOfAnOrderFromAnEarlierEvent() {
        decode(frame("new").replace("LS-000000000042", ids.of(42, 3)));
        decode(frame("canceled"));

        assertThat(publisher.drain()).allMatch(report -> report.contains(" order=42 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "qty\":\"4\",\"position_qty"})
    void shouldNotReportAFillWithoutItsNumbers(String member) {
        decode(frame("fill.observed").replace("\"" + member + "\"", "\"other\""));

        assertThat(publisher.drain()).isEmpty();
        assertThat(counters.get(ReportIssue.INCOMPLETE_FILL)).isEqualTo(1);
    }

    @Test
    void shouldNotTakeOneMessagesOrderForTheNextOnes() {
        decode(frame("new"));
        publisher.drain();

        decode(
                "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"canceled\",\"timestamp\":\"2026-03-10T14:30:00Z\"}}");

        assertThat(publisher.drain()).isEmpty();
        assertThat(counters.get(ReportIssue.INCOMPLETE)).isEqualTo(1);
    }

    @Test
    void shouldSurviveAnyDamageToAMessage() {
        List<JsonNode> frames = serverFrames();
        publisher.forget();
        long seed = 41;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = frames.get(random.nextInt(frames.size()))
                    .get("raw")
                    .asText()
                    .getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);

            execution.stream().decode(bytes, 0, random.nextInt(bytes.length + 1), i);
        }
        assertThat(counters.get(ReportIssue.UNREADABLE)).as("seed=%d", seed).isGreaterThan(50_000);
    }

    @Test
    void shouldNotAllocateForTheEventsOfAnOrder() {
        byte[] accepted = frame("new").replace("LS-000000000042", ids.of(42, 3)).getBytes(UTF_8);
        byte[] canceled =
                frame("canceled").replace("LS-000000000042", ids.of(42, 3)).getBytes(UTF_8);
        publisher.forget();

        long allocated = AllocationMeter.bytes(100_000, i -> {
            execution.stream().decode(accepted, 0, accepted.length, i);
            execution.stream().decode(canceled, 0, canceled.length, i);
        });

        assertThat(allocated).isZero();
    }

    private String expected(JsonNode data) {
        JsonNode order = data.get("order");
        String event = data.get("event").asText();
        String meaning = MEANINGS.getOrDefault(event, "STATUS");
        boolean fill = meaning.equals("FILL");
        boolean isFinal = FINAL.contains(order.get("status").asText());
        BigDecimal leaves = isFinal ? BigDecimal.ZERO : decimal(order, "qty").subtract(decimal(order, "filled_qty"));
        String reason = switch (meaning) {
            case "STATUS" -> event;
            case "REPLACED" -> "replaced_by=" + order.get("replaced_by").asText();
            case "FILL" -> data.get("execution_id").asText();
            default -> "";
        };
        return "report %s STREAM NONE order=%s instrument=%d %s px=%s qty=%s last=%s@%s cum=%s leaves=%s code=- venue=%s exec=%s t=%d %s"
                .formatted(
                        meaning,
                        order.get("client_order_id").asText().startsWith("LS-") ? "42" : "-",
                        instrument(order.get("symbol").asText()),
                        order.get("side").asText().equals("buy") ? "BUY" : "SELL",
                        order.get("limit_price").isNull() ? "-" : plain(decimal(order, "limit_price")),
                        plain(decimal(order, "qty")),
                        fill ? plain(decimal(data, "qty")) : "0",
                        fill ? plain(decimal(data, "price")) : "0",
                        plain(decimal(order, "filled_qty")),
                        plain(leaves),
                        order.get("id").asText(),
                        fill ? fillKey(order) : "",
                        time(data.get("timestamp").asText()),
                        reason);
    }

    private static String fillKey(JsonNode order) {
        long cumulative = FixedPoint.parse(order.get("filled_qty").asText());
        return Long.toHexString(TextHash.of(order.get("id").asText())) + "@" + cumulative;
    }

    private static int instrument(String symbol) {
        return SYMBOLS.indexOf(symbol.equals("SOLUSD") ? "SOL/USD" : symbol);
    }

    private void decode(String message) {
        byte[] bytes = message.getBytes(UTF_8);
        execution.stream().decode(bytes, 0, bytes.length, 1);
    }

    private static String frame(String kind) {
        return serverFrames().stream()
                .filter(frame -> frame.get("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow()
                .get("raw")
                .asText();
    }

    private static List<JsonNode> serverFrames() {
        return SharedData.lines("data/alpaca/frames/trading-stream-frames.jsonl").stream()
                .map(TradingStreamDecoderTest::read)
                .filter(frame -> frame.get("dir").asText().equals("S>C"))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static long time(String text) {
        var instant = OffsetDateTime.parse(text).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private final class FakeListener implements TradingStreamDecoder.Listener {
        @Override
        public void onAuthorization(boolean authorized, String action, String message) {
            told.add("authorized=" + authorized + " " + action + " " + message);
        }

        @Override
        public void onListening(Set<String> streams) {
            told.add("listening " + streams);
        }

        @Override
        public void onError(String message) {
            told.add("error " + message);
        }

        @Override
        public void onQueryNeeded(String venueOrderId, TradeEvent event) {
            told.add("query " + venueOrderId + " " + event);
        }
    }
}
