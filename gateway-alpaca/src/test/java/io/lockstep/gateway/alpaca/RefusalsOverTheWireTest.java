package io.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every known error body, sent as the answer to a real request. */
class RefusalsOverTheWireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PLACED = Map.of(
            "KNOWN_NOT_PLACED", "report REJECTED RESPONSE",
            "KNOWN_EXISTS", "report OUTCOME_UNKNOWN RESPONSE",
            "UNKNOWN", "report OUTCOME_UNKNOWN RESPONSE");

    private GatewayHarness harness;

    @BeforeEach
    void open() throws InterruptedException {
        harness = new GatewayHarness(true, false).ready();
        harness.venue.on(
                "GET /v2/orders:by_client_order_id", 404, "{\"code\":40410000,\"message\":\"order not found\"}");
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void shouldReportWhatEachErrorProvesAboutANewOrder() throws InterruptedException {
        List<JsonNode> errors = errors("POST /v2/orders", "any");
        long orderId = 100;
        for (JsonNode error : errors) {
            orderId++;
            answer("POST /v2/orders", error);

            harness.place(orderId);

            String mine = " order=" + orderId + " ";
            String expected = PLACED.get(error.get("order_state").asText());
            harness.events.await(line -> line.startsWith(expected) && line.contains(mine), error.toString());
        }
        assertThat(errors).hasSizeGreaterThan(40);
        assertThat(harness.events.lines()).anyMatch(line -> line.startsWith("error UNAUTHORIZED"));
    }

    @Test
    void shouldReportWhatEachErrorProvesAboutAChange() throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, harness.order(42, "new", "0"));
        harness.place(42);
        harness.events.await("report ACCEPTED RESPONSE");
        long orderId = 100;
        for (JsonNode error : errors("PATCH /v2/orders/{id}", "GET|PATCH|DELETE /v2/orders/{id}")) {
            orderId++;
            answer("PATCH /v2/orders/v-42", error);

            harness.send(
                    OrderAction.REPLACE,
                    orderId,
                    change -> change.originalOrderId(42).price(601 * FixedPoint.ONE));

            String mine = " order=" + orderId + " ";
            harness.events.await(
                    line -> line.startsWith("report REPLACE_REJECTED RESPONSE") && line.contains(mine),
                    error.toString());
        }
    }

    @Test
    void shouldReportWhatEachErrorProvesAboutACancel() throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, harness.order(42, "new", "0"));
        harness.place(42);
        harness.events.await("report ACCEPTED RESPONSE");
        for (JsonNode error : errors("DELETE /v2/orders/{id}", "GET|PATCH|DELETE /v2/orders/{id}")) {
            harness.events.clear();
            answer("DELETE /v2/orders/v-42", error);

            harness.cancel(42);

            assertThat(harness.events.await("report CANCEL_REJECTED RESPONSE")).contains(" order=42 ");
        }
    }

    private void answer(String start, JsonNode error) {
        harness.venue.on(start, error.get("http").asInt(), error.get("body").asText());
    }

    /** Errors of two operations; that there were too many requests comes last, for then the client keeps still. */
    private static List<JsonNode> errors(String operation, String other) {
        List<JsonNode> errors = new ArrayList<>();
        for (String line : SharedData.lines("data/alpaca/frames/rest-errors.jsonl")) {
            JsonNode error = read(line);
            String op = error.get("op").asText();
            if (op.equals(operation) || op.equals(other)) {
                errors.add(error);
            }
        }
        errors.sort((a, b) -> Integer.compare(
                a.get("http").asInt() == 429 ? 1 : 0, b.get("http").asInt() == 429 ? 1 : 0));
        return errors;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
