package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.SharedData;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.execution.error.Recovery;
import io.lockstep.gateway.binance.orderentry.LimitType;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseDecoderTest {
    private static final long RUN = 7;
    private static final SymbolTable SYMBOLS = TestInstruments.symbols("ETHUSDT", "SOLUSDT", "BTCUSDT");

    private final List<String> story = new ArrayList<>();
    private final FakePublisher publisher = new FakePublisher(event -> story.add(ReportText.of(event)));
    private final OrderDirectory directory = new OrderDirectory(64);
    private final ResponseDecoder spot = decoder(Product.SPOT, publisher);
    private final ResponseDecoder usdm = decoder(Product.USDM, publisher);

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
    @CsvSource({"c,CONFIRMED", "r,CONFIRMED", "a,CONFIRMED", "s,NOT_ABOUT_AN_ORDER"})
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

    @Test
    void shouldAnswerAQuestionWithTheOrdersState() {
        ResponseOutcome outcome = decode(
                spot,
                RequestId.QUERY,
                "\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":12569099453,\"orderListId\":-1,\"clientOrderId\":\""
                        + clientId(100)
                        + "\",\"price\":\"23416.10000000\",\"origQty\":\"0.00847000\",\"executedQty\":\"0.00720000\",\"status\":\"PARTIALLY_FILLED\","
                        + "\"timeInForce\":\"GTC\",\"type\":\"LIMIT\",\"side\":\"SELL\",\"time\":1660801715639,\"updateTime\":1660801717945}");

        assertThat(outcome).isEqualTo(ResponseOutcome.ANSWERED);
        assertThat(story)
                .containsExactly(
                        "STATUS QUERY order=100 strategy=0 instrument=2 SELL cum=0.0072 leaves=0.00127 venueId=12569099453 exec= 'PARTIALLY_FILLED'");
    }

    @Test
    void shouldSeeThatFillsOfAnOrderWereMissed() {
        directory.opened(100, 5, 2, false, 1, 1);
        String row =
                "\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":1,\"clientOrderId\":\"" + clientId(100)
                        + "\",\"price\":\"1\",\"origQty\":\"2\",\"executedQty\":\"1\",\"status\":\"CANCELED\",\"side\":\"BUY\"}";

        decode(spot, RequestId.QUERY, row);
        boolean first = spot.areFillsMissing();
        decode(spot, RequestId.QUERY, row);

        assertThat(first).isTrue();
        assertThat(spot.areFillsMissing()).isFalse();
        assertThat(story)
                .hasSize(2)
                .allMatch(line ->
                        line.contains("strategy=5") && line.contains("cum=1 leaves=0") && line.endsWith("'CANCELED'"));
    }

    @Test
    void shouldAnswerThatAnOrderIsNotFoundAndClaimNothingWhenTheQuestionFailed() {
        ResponseOutcome notFound = decode(
                spot, RequestId.QUERY, "\"status\":400,\"error\":{\"code\":-2013,\"msg\":\"Order does not exist.\"}");
        ResponseOutcome failed =
                decode(spot, RequestId.QUERY, "\"status\":500,\"error\":{\"code\":-1007,\"msg\":\"Timeout\"}");

        assertThat(notFound).isEqualTo(ResponseOutcome.ANSWERED);
        assertThat(failed).isEqualTo(ResponseOutcome.FAILED);
        assertThat(story)
                .containsExactly(
                        "NOT_FOUND QUERY order=100 strategy=5 instrument=2 NONE cum=0 leaves=0 venueId= exec= code=-2013");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPOT|200|{\"orderId\":5,\"transactTime\":1660801715639}|ACCEPTED|ACCEPTED",
                "SPOT|400|{\"code\":-2010,\"msg\":\"Account has insufficient balance\"}|REFUSED|REJECTED",
                "SPOT|502|<html>bad gateway</html>|UNKNOWN|OUTCOME_UNKNOWN",
                "USDM|503|Service Unavailable.|REFUSED|REJECTED",
                "USDM|503|Unknown error, please check your request or try again later.|UNKNOWN|OUTCOME_UNKNOWN",
                "USDM|503|{\"code\":-1008,\"msg\":\"throttled\"}|REFUSED|REJECTED",
                "SPOT|200|{\"orderId\":|UNKNOWN|OUTCOME_UNKNOWN"
            })
    void shouldJudgeRestAnswersAsThoseOfTheSocket(
            Product product, int status, String body, ResponseOutcome expected, String report) {
        ResponseDecoder decoder = product == Product.SPOT ? spot : usdm;

        ResponseOutcome outcome =
                decoder.decodeRest(new RequestId().set(RequestId.NEW, 100, 5, 2), status, body.getBytes(UTF_8), 42);

        assertThat(outcome).isEqualTo(expected);
        assertThat(story).singleElement().asString().startsWith(report + " RESPONSE order=100 strategy=5");
    }

    @ParameterizedTest
    @CsvSource({"n,REJECTED", "c,CANCEL_REJECTED", "r,REPLACE_REJECTED"})
    void shouldReportWhatWasNotSentAsRefusedHere(char kind, String report) {
        ResponseOutcome outcome = spot.notSent(new RequestId().set(kind, 100, 5, 2), "VENUE_LIMIT", 42);

        assertThat(outcome).isEqualTo(ResponseOutcome.REFUSED);
        assertThat(story)
                .containsExactly(report
                        + " LOCAL order=100 strategy=5 instrument=2 NONE cum=0 leaves=0 venueId= exec= 'VENUE_LIMIT'");
    }

    @Test
    void shouldReadTheVenuesCountsAndWhenToComeBack() {
        decode(
                spot,
                RequestId.NEW,
                "\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"banned\",\"data\":{\"serverTime\":1659142907531,\"retryAfter\":1659146400000}},"
                        + "\"rateLimits\":[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":50,\"count\":3},"
                        + "{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":6000,\"count\":70},"
                        + "{\"rateLimitType\":\"SOMETHING\",\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":1,\"count\":1}]");

        assertThat(spot.recovery()).isEqualTo(Recovery.STOP_REQUESTS);
        assertThat(spot.retryAfterMs()).isEqualTo(1659146400000L);
        assertThat(spot.rateCounts().size()).isEqualTo(2);
        assertThat(spot.rateCounts().type(0)).isEqualTo(LimitType.ORDERS);
        assertThat(spot.rateCounts().windowSeconds(0)).isEqualTo(10);
        assertThat(spot.rateCounts().count(0)).isEqualTo(3);
        assertThat(spot.rateCounts().windowSeconds(1)).isEqualTo(60);
        assertThat(spot.rateCounts().count(1)).isEqualTo(70);
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
        String data = "{\"cancelResult\":\"" + cancel + "\",\"newOrderResult\":\"" + next
                + "\",\"cancelResponse\":{\"symbol\":\"BTCUSDT\",\"origClientOrderId\":\"" + clientId(99)
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
        spot.answerLost(new RequestId().set(RequestId.NEW, 100, 5, 2), "CONNECTION_LOST", 42);

        assertThat(story)
                .containsExactly(
                        "OUTCOME_UNKNOWN LOCAL order=100 strategy=5 instrument=2 NONE cum=0 leaves=0 venueId= exec= 'CONNECTION_LOST'");
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
        ResponseDecoder decoder = decoder(Product.SPOT, new FakePublisher(event -> {}));
        byte[] bytes = frame(
                        RequestId.NEW,
                        "\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"Account has insufficient balance\"}")
                .getBytes(UTF_8);
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);

        assertThat(Allocation.bytesOf(20_000, () -> decoder.decode(buffer, 0, buffer.capacity(), 1)))
                .isZero();
    }

    private ResponseDecoder decoder(Product product, FakePublisher to) {
        return new ResponseDecoder(product, SYMBOLS, to, RUN, directory, 1);
    }

    private static ResponseOutcome decode(ResponseDecoder decoder, char kind, String rest) {
        byte[] bytes = frame(kind, rest).getBytes(UTF_8);
        return decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length, 42);
    }

    private static String clientId(long orderId) {
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, RUN, orderId, id, 0);
        return new String(id, US_ASCII);
    }

    private static String frame(char kind, String rest) {
        return "{\"id\":\"" + kind + "0000000000000064" + "000005" + "0002" + "000000007" + "\"," + rest + "}";
    }
}
