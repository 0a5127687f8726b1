package io.lockstep.gateway.alpaca.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.alpaca.FakePublisher;
import io.lockstep.gateway.alpaca.RecordedExchanges;
import io.lockstep.gateway.alpaca.RecordedExchanges.Exchange;
import io.lockstep.gateway.alpaca.TestInstruments;
import io.lockstep.gateway.alpaca.execution.refusal.OrderFate;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.gateway.alpaca.reference.AccountReader;
import io.lockstep.gateway.alpaca.wire.Symbols;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestAnswersTest {
    private static final List<String> SYMBOLS =
            List.of("AAPL", "AIV", "AMZN", "CRM", "FB", "GOOG", "T", "WAT", "AMD", "BTC/USD", "GDX", "BRZU");
    private static final SentOrder SENT = new SentOrder(42, 3, 0, Side.BUY);
    private static final String DUPLICATE = "{\"code\":40010001,\"message\":\"client_order_id must be unique\"}";
    private static final String BUYING_POWER = "{\"code\":40310000,\"message\":\"insufficient buying power\"}";
    private static final String FILLED = "{\"code\":42210000,\"message\":\"order is already in \\\"filled\\\" state\"}";

    private final FakePublisher publisher = new FakePublisher();
    private final ReportCounters counters = new ReportCounters();
    private final ClientOrderIds ids = new ClientOrderIds(77);
    private final AccountExecution execution = new AccountExecution(
            new Symbols(TestInstruments.of(SYMBOLS)), publisher, ids, 4, new SilentListener(), counters);
    private final RestAnswers answers = execution.answers();

    @Test
    void shouldReportRecordedPlacedOrdersAsAccepted() {
        List<Exchange> placed = RecordedExchanges.of("POST", "/v2/orders", 200);
        for (Exchange exchange : placed) {
            byte[] body = exchange.response()
                    .replaceFirst("\"client_order_id\":\"[^\"]*\"", "\"client_order_id\":\"" + ids.of(42, 3) + "\"")
                    .getBytes(UTF_8);

            assertThat(answers.placed(SENT, 200, body, body.length, 1)).isEqualTo(OrderFate.EXISTS);

            assertThat(publisher.drain())
                    .singleElement()
                    .asString()
                    .startsWith("report ACCEPTED RESPONSE NONE order=42 ")
                    .contains(" cum=0 ");
        }
        assertThat(placed).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | " + BUYING_POWER + " | NOT_PLACED | REJECTED | code=40310000 | insufficient buying power",
                "422 | " + DUPLICATE + " | EXISTS | OUTCOME_UNKNOWN | code=40010001 | client_order_id must be unique",
                "404 | {} | NOT_PLACED | REJECTED | code=- | ",
                "429 | {\"code\":42910000,\"message\":\"rate limit exceeded\"} | NOT_PLACED | REJECTED | code=42910000 | limit",
                "500 | {\"code\":50010000,\"message\":\"internal server error occurred\"} | UNKNOWN | OUTCOME_UNKNOWN | code=50010000 | internal",
                "504 | <html> | UNKNOWN | OUTCOME_UNKNOWN | code=- | ",
                "200 | <html> | EXISTS | OUTCOME_UNKNOWN | code=- | unreadable answer",
                "200 | {\"id\":\"x\"} | EXISTS | OUTCOME_UNKNOWN | code=- | unreadable answer"
            })
    void shouldReportTheFateOfANewOrder(
            int status, String body, OrderFate fate, String type, String code, String reason) {
        byte[] bytes = body.getBytes(UTF_8);

        assertThat(answers.placed(SENT, status, bytes, bytes.length, 1)).isEqualTo(fate);

        assertThat(publisher.drain())
                .singleElement()
                .asString()
                .startsWith("report " + type + " RESPONSE NONE order=42 instrument=0 BUY")
                .contains(code)
                .contains(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | {\"code\":40010001,\"message\":\"only open orders can be replaced\"} | UNCHANGED | REPLACE_REJECTED",
                "403 | " + BUYING_POWER + " | UNCHANGED | REPLACE_REJECTED",
                "404 | {\"code\":40410000,\"message\":\"order not found for x\"} | ABSENT | REPLACE_REJECTED",
                "502 | <html> | UNKNOWN | OUTCOME_UNKNOWN"
            })
    void shouldReportTheFateOfAReplace(int status, String body, OrderFate fate, String type) {
        byte[] bytes = body.getBytes(UTF_8);

        assertThat(answers.replaced(SENT, status, bytes, bytes.length, 1)).isEqualTo(fate);

        assertThat(publisher.drain()).singleElement().asString().startsWith("report " + type + " RESPONSE");
    }

    @Test
    void shouldNotReportAReplaceAsDoneBeforeItsEvent() {
        Exchange exchange = RecordedExchanges.of("PATCH", "/v2/orders/.*", 200).get(0);

        assertThat(answers.replaced(SENT, 200, exchange.bytes(), exchange.bytes().length, 1))
                .isEqualTo(OrderFate.EXISTS);

        assertThat(publisher.drain()).singleElement().asString().startsWith("report STATUS RESPONSE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "204 | '' | EXISTS | ",
                "422 | " + FILLED + " | ENDED | CANCEL_REJECTED",
                "404 | {\"code\":40410000,\"message\":\"order not found for x\"} | ABSENT | CANCEL_REJECTED",
                "504 | <html> | UNKNOWN | "
            })
    void shouldReportOnlyARefusedCancel(int status, String body, OrderFate fate, String type) {
        byte[] bytes = body.getBytes(UTF_8);

        assertThat(answers.canceled(SENT, status, bytes, bytes.length, 1)).isEqualTo(fate);

        List<String> reports = publisher.drain();
        assertThat(reports).hasSize(type == null ? 0 : 1).allMatch(report -> report.startsWith("report " + type));
    }

    @Test
    void shouldKeepALostRequestUnknownAndAnUnsentOneRejected() {
        assertThat(answers.lost(SENT, "time-out", 1)).isEqualTo(OrderFate.UNKNOWN);
        answers.notSent(SENT, ExecType.REJECTED, "connection refused", 1);

        assertThat(publisher.drain())
                .satisfiesExactly(
                        lost -> assertThat(lost).startsWith("report OUTCOME_UNKNOWN LOCAL NONE order=42"),
                        unsent -> assertThat(unsent).startsWith("report REJECTED LOCAL NONE order=42"));
    }

    @Test
    void shouldTellWhatALookUpProves() {
        Exchange found = RecordedExchanges.of("GET", "/v2/orders/[^?]*", 200).get(0);
        Exchange absent = RecordedExchanges.of("GET", "/v2/orders/[^?]*", 404).get(0);

        assertThat(answers.lookedUp(200, found.bytes(), found.bytes().length, 1))
                .isEqualTo(OrderFate.ENDED);
        assertThat(publisher.drain())
                .singleElement()
                .asString()
                .startsWith("report STATUS QUERY")
                .endsWith(" filled");
        assertThat(answers.lookedUp(404, absent.bytes(), absent.bytes().length, 1))
                .isEqualTo(OrderFate.ABSENT);
        assertThat(answers.lookedUp(200, new byte[0], 0, 1)).isEqualTo(OrderFate.UNKNOWN);
        assertThat(publisher.drain()).isEmpty();
    }

    @Test
    void shouldTellEveryEntryOfRecordedMassAnswers() {
        List<String> entries = new ArrayList<>();
        for (Exchange exchange : RecordedExchanges.of("DELETE", ".*", 207)) {
            assertThat(answers.each(
                            207,
                            exchange.bytes(),
                            exchange.bytes().length,
                            (subject, status, taken) -> entries.add(subject + " " + status + " " + taken)))
                    .isTrue();
        }

        assertThat(entries).isNotEmpty().contains("d160ffe2-1fc6-4f0f-b1d8-59e121daa904 200 true", "AIV 200 true");
        assertThat(answers.each(500, new byte[0], 0, (subject, status, taken) -> {}))
                .isFalse();
    }

    @Test
    void shouldReportRecordedOrdersFillsPositionsAndCash() {
        AccountQueries queries = execution.queries();
        byte[] orders =
                RecordedExchanges.of("GET", "/v2/orders\\?.*", 200).get(0).bytes();
        byte[] fills =
                RecordedExchanges.of("GET", "activities/FILL", 200).get(0).bytes();
        byte[] positions =
                RecordedExchanges.of("GET", "/v2/positions", 200).get(0).bytes();
        byte[] account = RecordedExchanges.of("GET", "/v2/account", 200).get(0).bytes();

        byte[] open = new String(orders, UTF_8)
                .replaceAll("\"status\":\"[a-z]+\"", "\"status\":\"new\"")
                .getBytes(UTF_8);

        int orderCount = queries.openOrders(open, open.length, 1);
        List<String> orderReports = publisher.drain();
        String last = queries.fills(fills, fills.length, 0, 1);
        List<String> fillReports = publisher.drain();
        int positionCount = queries.positions(positions, positions.length, 1);
        List<String> positionReports = publisher.drain();
        queries.cash(new AccountReader().read(account, account.length), 1);

        assertThat(orderCount).isPositive();
        assertThat(orderReports).isNotEmpty().allMatch(report -> report.contains(" RECONCILIATION "));
        assertThat(last).contains("::");
        assertThat(fillReports)
                .contains(
                        "report FILL RECONCILIATION NONE order=- instrument=7 BUY px=- qty=- last=26@186.98 cum=26 leaves=-"
                                + " code=- venue=b48a6dd1-0100-458e-8a30-463a9cf6aaf7"
                                + " exec="
                                + Long.toHexString(TextHash.of("b48a6dd1-0100-458e-8a30-463a9cf6aaf7"))
                                + "@2600000000 t=1590177072065361000 a80dfbdf-42ea-459f-82ea-61cf91691913");
        assertThat(positionReports).contains("position 4 instrument=4 qty=-100 entry=198.4 last");
        assertThat(positionCount).isEqualTo(1);
        assertThat(publisher.drain()).containsExactly("account 4 USD free=103160 locked=0");
    }

    @Test
    void shouldReportAFillOfTheStreamOnceEvenWhenAQueryTellsItAgain() {
        String stream =
                "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"fill\",\"timestamp\":\"2020-05-22T19:51:12.065361Z\","
                        + "\"price\":\"186.98\",\"qty\":\"26\",\"execution_id\":\"another-id\",\"order\":{"
                        + "\"id\":\"b48a6dd1-0100-458e-8a30-463a9cf6aaf7\",\"client_order_id\":\"" + ids.of(42, 3)
                        + "\","
                        + "\"symbol\":\"WAT\",\"qty\":\"26\",\"filled_qty\":\"26\",\"side\":\"buy\",\"status\":\"filled\"}}}";
        byte[] message = stream.getBytes(UTF_8);
        byte[] fills =
                RecordedExchanges.of("GET", "activities/FILL", 200).get(0).bytes();

        execution.stream().decode(message, 0, message.length, 1);
        execution.queries().fills(fills, fills.length, 0, 1);

        assertThat(publisher.drain())
                .filteredOn(report -> report.contains("b48a6dd1-0100-458e-8a30-463a9cf6aaf7"))
                .singleElement()
                .asString()
                .startsWith("report FILL STREAM NONE order=42 ");
    }

    @Test
    void shouldKnowWhoseAQueriedFillIsFromTheOrderReadBefore() {
        String order = "[{\"id\":\"b48a6dd1-0100-458e-8a30-463a9cf6aaf7\",\"client_order_id\":\"" + ids.of(42, 3)
                + "\",\"symbol\":\"WAT\",\"qty\":\"26\",\"filled_qty\":\"26\",\"side\":\"buy\",\"status\":\"filled\"}]";
        byte[] fills =
                RecordedExchanges.of("GET", "activities/FILL", 200).get(0).bytes();

        execution.queries().learn(order.getBytes(UTF_8), order.length());
        publisher.drain();
        execution.queries().fills(fills, fills.length, 0, 1);

        assertThat(publisher.drain())
                .anyMatch(report -> report.startsWith("report FILL RECONCILIATION NONE order=42 "));
    }

    @Test
    void shouldCountWhatCannotBeRead() {
        byte[] page = "<html>".getBytes(UTF_8);

        assertThat(execution.queries().openOrders(page, page.length, 1)).isEqualTo(-1);
        assertThat(execution.queries().positions(page, page.length, 1)).isEqualTo(-1);
        assertThat(execution.queries().fills(page, page.length, 0, 1)).isEqualTo(AccountQueries.UNREADABLE);
        assertThat(counters.get(ReportIssue.UNREADABLE)).isEqualTo(3);
    }
}
