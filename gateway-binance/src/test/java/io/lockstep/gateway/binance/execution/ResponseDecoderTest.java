package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.SharedData;
import io.lockstep.gateway.binance.orderentry.ClientOrderId;
import io.lockstep.gateway.binance.orderentry.RequestId;
import io.lockstep.gateway.binance.reference.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseDecoderTest {
    private static final long RUN = 7;

    private final List<String> story = new ArrayList<>();
    private final FakePublisher publisher = new FakePublisher(event -> story.add(ReportText.of(event)));
    private final ResponseDecoder spot = new ResponseDecoder(Product.SPOT, publisher, RUN, 1);
    private final ResponseDecoder usdm = new ResponseDecoder(Product.USDM, publisher, RUN, 1);

    @Test
    void shouldReportAnAcceptedOrder() {
        ResponseOutcome outcome = decode(
                spot,
                RequestId.NEW,
                "\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":12569099453,\"orderListId\":-1,\"clientOrderId\":\"x\",\"transactTime\":1660801715639},\"rateLimits\":[]");

        assertThat(outcome).isEqualTo(ResponseOutcome.ACCEPTED);
        assertThat(story)
                .containsExactly(
                        "ACCEPTED RESPONSE order=100 strategy=5 instrument=2 NONE cum=0 leaves=0 venueId=12569099453 exec=");
    }

    @ParameterizedTest
    @CsvSource({"c,CONFIRMED", "r,CONFIRMED", "q,NOT_ABOUT_AN_ORDER", "s,NOT_ABOUT_AN_ORDER"})
    void shouldLeaveTheRestOfASuccessToTheUserStream(char kind, ResponseOutcome expected) {
        assertThat(decode(spot, kind, "\"status\":200,\"result\":{\"orderId\":1}"))
                .isEqualTo(expected);
        assertThat(story).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n|400|-2010|Account has insufficient balance for requested action.|REFUSED|REJECTED",
                "n|400|-2010|Duplicate order sent.|UNKNOWN|OUTCOME_UNKNOWN",
                "n|400|-1013|Filter failure: LOT_SIZE|REFUSED|REJECTED",
                "n|500|-1007|Timeout waiting for response from backend server.|UNKNOWN|OUTCOME_UNKNOWN",
                "n|429|-1015|Too many new orders|REFUSED|REJECTED",
                "n|418|-1003|Way too much request weight used|REFUSED|REJECTED",
                "n|400|-77777|Something of tomorrow|UNKNOWN|OUTCOME_UNKNOWN",
                "c|400|-2011|Unknown order sent.|REFUSED|CANCEL_REJECTED",
                "c|400|-2011|Order was not canceled due to cancel restrictions.|REFUSED|CANCEL_REJECTED",
                "c|500|-1006|An unexpected response|UNKNOWN|OUTCOME_UNKNOWN",
                "c|400|-1021|Timestamp|REFUSED|CANCEL_REJECTED",
                "r|400|-2038|Filter failure: MAX_NUM_ORDER_AMENDS|REFUSED|REPLACE_REJECTED",
                "r|400|-2013|Order does not exist.|UNKNOWN|OUTCOME_UNKNOWN",
                "r|500|-1007|Timeout|UNKNOWN|OUTCOME_UNKNOWN"
            })
    void shouldReportARefusalAndAnUnknownOutcomeAsWhatTheyAre(
            char kind, int status, int code, String text, ResponseOutcome expected, String report) {
        ResponseOutcome outcome = decode(
                spot, kind, "\"status\":" + status + ",\"error\":{\"code\":" + code + ",\"msg\":\"" + text + "\"}");

        assertThat(outcome).isEqualTo(expected);
        assertThat(story)
                .containsExactly(
                        report + " RESPONSE order=100 strategy=5 instrument=2 NONE cum=0 leaves=0 venueId= exec= code="
                                + code + " '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        // cancel, new, status, code, what is reported, of which order
        "FAILURE,NOT_ATTEMPTED,400,-2022,REPLACE_REJECTED,100",
        "FAILURE,FAILURE,400,-2022,REPLACE_REJECTED,100",
        "SUCCESS,FAILURE,409,-2021,CANCELED,99",
        "FAILURE,SUCCESS,409,-2021,OUTCOME_UNKNOWN,100",
        "SUCCESS,FAILURE,429,-1015,CANCELED,99",
        "FAILURE,NOT_ATTEMPTED,429,-1015,REPLACE_REJECTED,100"
    })
    void shouldBelieveTheBodyOfACancelReplaceAndNotItsStatus(
            String cancel, String next, int status, int code, String report, long order) {
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, RUN, 99, 5, id, 0);
        String data = "{\"cancelResult\":\"" + cancel + "\",\"newOrderResult\":\"" + next
                + "\",\"cancelResponse\":{\"symbol\":\"BTCUSDT\",\"origClientOrderId\":\"" + new String(id, US_ASCII)
                + "\",\"orderId\":1},\"newOrderResponse\":{\"code\":-2010,\"msg\":\"no\"}}";

        decode(
                spot,
                RequestId.REPLACE,
                "\"status\":" + status + ",\"error\":{\"code\":" + code + ",\"msg\":\"m\",\"data\":" + data + "}");

        assertThat(story).singleElement().asString().startsWith(report + " RESPONSE order=" + order + " strategy=5 ");
    }

    @Test
    void shouldTakeAnOverLimitReplaceWithoutABodyForNotDone() {
        decode(
                spot,
                RequestId.REPLACE,
                "\"status\":429,\"error\":{\"code\":-1015,\"msg\":\"Too many new orders\",\"data\":{\"serverTime\":1,\"retryAfter\":2}}");

        assertThat(story).singleElement().asString().startsWith("REPLACE_REJECTED RESPONSE order=100");
        assertThat(spot.recovery()).isEqualTo(Recovery.WAIT_FOR_WINDOW);
    }

    @Test
    void shouldTellFuturesErrorsApartFromSpotErrorsOfTheSameCode() {
        decode(
                usdm,
                RequestId.NEW,
                "\"status\":400,\"error\":{\"code\":-2022,\"msg\":\"ReduceOnly Order is rejected.\"}");

        assertThat(story).singleElement().asString().startsWith("REJECTED RESPONSE");
        assertThat(usdm.recovery()).isEqualTo(Recovery.RESYNC_ACCOUNT);
    }

    @Test
    void shouldReportALostAnswerAsUnknown() {
        spot.answerLost(new RequestId().set(RequestId.NEW, 100, 5, 2), 42);

        assertThat(story)
                .containsExactly(
                        "OUTCOME_UNKNOWN LOCAL order=100 strategy=5 instrument=2 NONE cum=0 leaves=0 venueId= exec=");
        assertThat(spot.recovery()).isEqualTo(Recovery.ASK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}|KEY_REVOKED",
                "{\"id\":\"someone-elses\",\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"x\"}}|NOT_ABOUT_AN_ORDER",
                "{\"id\":7,\"status\":200,\"result\":{}}|NOT_ABOUT_AN_ORDER",
                "{\"id\":\"x\",\"status\":200|MALFORMED",
                "nonsense|MALFORMED"
            })
    void shouldNotPublishWhatIsAboutNoOrder(String frame, ResponseOutcome expected) {
        byte[] bytes = frame.getBytes(UTF_8);

        assertThat(spot.decode(new UnsafeBuffer(bytes), 0, bytes.length, 1)).isEqualTo(expected);
        assertThat(story).isEmpty();
    }

    @Test
    void shouldReadEveryDocumentedAnswer() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        int answers = 0;
        for (String line : SharedData.lines("data/binance/one-of-each/one-of-each.jsonl")) {
            JsonNode row = mapper.readTree(line);
            if (row.get("channel").asText().equals("ws-api") && row.get("frame").has("status")) {
                byte[] bytes = row.get("frame").toString().getBytes(UTF_8);
                ResponseDecoder decoder = row.get("venue").asText().equals("spot") ? spot : usdm;
                assertThat(decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length, 1))
                        .as(line)
                        .isNotEqualTo(ResponseOutcome.MALFORMED);
                answers++;
            }
        }
        assertThat(answers).isGreaterThan(80);
        assertThat(story).isEmpty();
    }

    @Test
    void shouldAllocateNothing() {
        ResponseDecoder decoder = new ResponseDecoder(Product.SPOT, new FakePublisher(event -> {}), RUN, 1);
        byte[] bytes = frame(
                        RequestId.NEW,
                        "\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"Account has insufficient balance\"}")
                .getBytes(UTF_8);
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);

        assertThat(Allocation.bytesOf(20_000, () -> decoder.decode(buffer, 0, buffer.capacity(), 1)))
                .isZero();
    }

    private static ResponseOutcome decode(ResponseDecoder decoder, char kind, String rest) {
        byte[] bytes = frame(kind, rest).getBytes(UTF_8);
        return decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length, 42);
    }

    private static String frame(char kind, String rest) {
        return "{\"id\":\"" + kind + "0000000000000064" + "00000005" + "00000002" + "\"," + rest + "}";
    }
}
