package io.lockstep.gateway.alpaca.execution.refusal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.testing.SharedData;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestErrorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, OrderFate> FATES = Map.of(
            "KNOWN_NOT_PLACED", OrderFate.NOT_PLACED,
            "KNOWN_EXISTS", OrderFate.EXISTS,
            "KNOWN_UNCHANGED", OrderFate.UNCHANGED,
            "KNOWN_TERMINAL", OrderFate.ENDED,
            "KNOWN_ABSENT", OrderFate.ABSENT,
            "KNOWN_FLAT", OrderFate.FLAT,
            "N/A", OrderFate.NOT_ABOUT_AN_ORDER,
            "UNKNOWN", OrderFate.UNKNOWN);

    @Test
    void shouldKnowWhatEveryKnownErrorProves() throws JsonProcessingException {
        Set<RestError> seen = EnumSet.noneOf(RestError.class);
        ErrorBody body = new ErrorBody();
        for (String line : SharedData.lines("data/alpaca/frames/rest-errors.jsonl")) {
            JsonNode entry = JSON.readTree(line);
            byte[] bytes = entry.get("body").asText().getBytes(UTF_8);
            body.read(bytes, bytes.length);

            RestError error = RestError.of(entry.get("http").asInt(), body.code(), body.message());

            assertThat(error.fate(operation(entry.get("op").asText())))
                    .as(line)
                    .isEqualTo(FATES.get(entry.get("order_state").asText()));
            seen.add(error);
        }
        assertThat(seen).hasSizeGreaterThan(28).doesNotContain(RestError.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "422, 40010001, client_order_id must be unique, LOOK_UP_AND_ADOPT",
        "422, 40010001, 'unable to replace order, order isn''t sent to exchange yet', RETRY_AFTER_EVENT",
        "422, 42210000, a text nobody has seen, FIX_REQUEST",
        "403, 40310000, insufficient buying power, REDUCE",
        "403, 40310000, potential wash trade detected. use complex orders, CANCEL_OWN_ORDER",
        "403, 40310000, cannot open a short sell while a long buy order is open, CANCEL_OWN_ORDER",
        "403, 40310000, cls orders must be submitted after 7:00pm and before 3:50pm, WAIT_FOR_WINDOW",
        "403, 40310100, denied due to pattern day trading protection, STOP",
        "401, 0, '', STOP",
        "429, 42910000, rate limit exceeded, RESEND_SAME_ID",
        "503, 0, '', LOOK_UP_UNTIL_CERTAIN"
    })
    void shouldAdvise(int status, int code, String message, RestError.Advice advice) {
        assertThat(RestError.of(status, code, message).advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 100, 301, 302, 307, 308, 408, 409, 418, 421, 423, 425, 440, 499, 500, 501, 502, 503, 504, 520, 524,
                599
            })
    void shouldCallUnknownWhateverDoesNotProveARefusal(int status) {
        for (Operation operation : Operation.values()) {
            assertThat(RestError.of(status, 0, "").fate(operation)).isEqualTo(OrderFate.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 406, 410, 411, 413, 414, 415, 417, 422, 426, 429, 431, 451})
    void shouldCallRefusedWhatIsDecidedBeforeAnythingIsCarriedOut(int status) {
        assertThat(RestError.of(status, 0, "").fate(Operation.PLACE)).isEqualTo(OrderFate.NOT_PLACED);
        assertThat(RestError.of(status, 0, "").fate(Operation.REPLACE)).isEqualTo(OrderFate.UNCHANGED);
        assertThat(RestError.of(status, 0, "").fate(Operation.QUERY)).isEqualTo(OrderFate.NOT_ABOUT_AN_ORDER);
    }

    @ParameterizedTest
    @EnumSource(RestError.class)
    void shouldAnswerForEveryOperation(RestError error) {
        for (Operation operation : Operation.values()) {
            assertThat(error.fate(operation)).isNotNull();
        }
        assertThat(error.advice()).isNotNull();
    }

    private static Operation operation(String op) {
        if (op.startsWith("POST") || op.equals("any")) {
            return Operation.PLACE;
        }
        if (op.contains("/v2/orders")) {
            return op.startsWith("PATCH") ? Operation.REPLACE : Operation.CANCEL;
        }
        return Operation.QUERY;
    }
}
