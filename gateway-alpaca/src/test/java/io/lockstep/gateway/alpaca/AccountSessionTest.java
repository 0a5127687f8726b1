package io.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.alpaca.ScriptedVenue.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountSessionTest {

    private GatewayHarness harness;

    @BeforeEach
    void open() throws InterruptedException {
        harness = new GatewayHarness(true, false);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void shouldBecomeReadyOnlyAfterEverythingMissedWasRead() throws InterruptedException {
        harness.venue.on("GET /v2/orders?status=open", 200, "[" + harness.order(41, "new", "0") + "]");

        harness.ready();

        assertThat(harness.events.lines())
                .filteredOn(line -> line.startsWith("connection") || line.endsWith("CATCH_UP"))
                .containsExactly(
                        "connection USER_DATA CONNECTING START",
                        "connection USER_DATA UP LISTENING",
                        "mark FILLS BEGIN - CATCH_UP",
                        "mark FILLS END 0 CATCH_UP",
                        "mark ORDERS BEGIN - CATCH_UP",
                        "mark ORDERS END 1 CATCH_UP",
                        "mark POSITIONS BEGIN - CATCH_UP",
                        "mark POSITIONS END 0 CATCH_UP",
                        "mark CASH BEGIN - CATCH_UP",
                        "mark CASH END 1 CATCH_UP",
                        "connection USER_DATA READY CAUGHT_UP");
        assertThat(harness.events.lines())
                .contains("clock", "account 4 USD free=100000 locked=0")
                .anyMatch(line -> line.startsWith("report STATUS RECONCILIATION NONE order=41 "));
        assertThat(harness.venue.await("GET /v2/clock", 1).keyId()).isEqualTo("KEY_ID");
    }

    @Test
    void shouldTakeNoOrdersWhenTheCalendarsDiffer() throws InterruptedException {
        harness.venue.on("GET /v2/calendar", 200, "[]");
        harness.start();

        harness.events.await("error CALENDAR_DIFFERS - differences=");
        harness.place(42);

        assertThat(harness.events.await("report REJECTED")).endsWith(" NOT_READY");
        harness.venue.await("GET /v2/calendar", 2);
        assertThat(harness.events.lines()).noneMatch(line -> line.contains("READY CAUGHT_UP"));
        assertThat(harness.venue.requests()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void shouldTakeNoOrdersWhenTheAccountIsBlocked() throws InterruptedException {
        harness.venue.on("GET /v2/account", 200, VenueScripts.ACCOUNT.replace("}", ",\"trading_blocked\":true}"));
        harness.start();

        harness.events.await("error ACCOUNT_TRADING_BLOCKED 200");
        harness.place(42);

        assertThat(harness.events.await("report REJECTED")).endsWith(" NOT_READY");
    }

    @Test
    void shouldReportAFillOnceWhetherStreamedOrListed() throws InterruptedException {
        placed(42);
        harness.venue.push("/stream", fill(42, "execution-1", "10"), false);
        assertThat(harness.events.await("report FILL STREAM"))
                .contains(" order=42 ", " last=10@599.5 ", " cum=10 leaves=0 ")
                .endsWith(" execution-1");
        harness.venue.on(
                "GET /v2/account/activities/FILL",
                request -> new Answer(
                        200,
                        request.path().contains("page_token")
                                ? "[]"
                                : "[{\"id\":\"20261120::other\",\"transaction_time\":\"2026-11-20T15:00:02Z\",\"price\":\"599.5\","
                                        + "\"qty\":\"10\",\"side\":\"buy\",\"symbol\":\"SPY\",\"order_id\":\"v-42\",\"cum_qty\":\"10\"}]"));
        harness.events.clear();

        harness.venue.cut("/stream");
        harness.events.await("connection USER_DATA READY");

        assertThat(harness.events.lines())
                .contains("mark FILLS END 0 CATCH_UP")
                .noneMatch(line -> line.startsWith("report FILL"));
    }

    @Test
    void shouldTellHowOursEndedWhileNobodyListenedAndLeaveOthersAlone() throws InterruptedException {
        String others = harness.order(9, "canceled", "0").replace(harness.ids.of(9, 3), "by-hand");
        harness.venue.on(
                "GET /v2/orders?status=all",
                200,
                "[" + harness.order(41, "canceled", "2") + "," + harness.order(40, "filled", "10") + "," + others
                        + "]");
        harness.venue.on(
                "GET /v2/account/activities/FILL",
                request -> new Answer(
                        200,
                        request.path().contains("page_token")
                                ? "[]"
                                : "[" + listed(41, "1") + "," + listed(40, "10") + "," + listed(9, "5") + "]"));

        harness.ready();

        assertThat(harness.events.lines())
                .filteredOn(line -> line.startsWith("report"))
                .satisfiesExactly(
                        fill -> assertThat(fill).startsWith("report FILL RECONCILIATION NONE order=41 "),
                        fill -> assertThat(fill).startsWith("report FILL RECONCILIATION NONE order=40 "),
                        end -> assertThat(end).startsWith("report CANCELED QUERY NONE order=41 "));
        assertThat(harness.events.lines()).contains("mark FILLS END 2 CATCH_UP", "mark ORDERS END 0 CATCH_UP");
    }

    @Test
    void shouldRefuseOrdersWhileTheStreamIsDownAndComeBack() throws InterruptedException {
        harness.ready();
        harness.events.clear();

        harness.venue.cut("/stream");
        harness.events.await("connection USER_DATA DOWN");
        harness.place(42);

        assertThat(harness.events.await("report REJECTED LOCAL")).endsWith(" NOT_READY");
        harness.events.await("connection USER_DATA READY");
        assertThat(harness.gateway.counters()).containsEntry("account.caught_up", 2L);
    }

    @Test
    void shouldReadAnOrderAgainAfterAnEventItDoesNotKnow() throws InterruptedException {
        placed(42);
        harness.venue.on("GET /v2/orders/v-42", 200, harness.order(42, "suspended", "0"));

        harness.venue.push(
                "/stream",
                "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"never_heard_of\",\"timestamp\":\"2026-11-20T15:00:02Z\",\"order\":"
                        + harness.order(42, "suspended", "0") + "}}",
                true);

        assertThat(harness.events.await("error ORDER_IN_DOUBT")).contains("venueOrderId=v-42");
        assertThat(harness.events.await("report STATUS QUERY")).endsWith(" suspended");
    }

    @Test
    void shouldCompareListsAndClockOnSchedule() throws InterruptedException {
        harness.close();
        harness = GatewayHarness.impatient(false).ready();

        for (String kind : List.of("ORDERS", "FILLS", "POSITIONS", "CASH")) {
            harness.events.await(line -> line.startsWith("mark " + kind + " END") && line.endsWith(" SCHEDULE"), kind);
        }
        harness.venue.await("GET /v2/clock", 2);
    }

    @Test
    void shouldSayThatAListCouldNotBeHad() throws InterruptedException {
        harness.close();
        harness = GatewayHarness.impatient(false).ready();

        harness.venue.on("GET /v2/positions", 500, "<html>");

        harness.events.await("mark POSITIONS FAILED - HTTP_500");
    }

    @Test
    void shouldTellThatTheKeyIsRefused() throws InterruptedException {
        harness.venue.stream("/stream", new ScriptedVenue.StreamScript() {
            @Override
            public List<String> onOpen() {
                return List.of();
            }

            @Override
            public List<String> onMessage(String message) {
                return List.of("{\"stream\":\"authorization\",\"data\":{\"action\":\"authenticate\","
                        + "\"message\":\"access key verification failed\",\"status\":\"unauthorized\"}}");
            }

            @Override
            public boolean isText() {
                return false;
            }
        });
        harness.start();

        assertThat(harness.events.await("error AUTH_FAILED")).contains("access key verification failed");
        harness.events.await("connection USER_DATA DOWN AUTH_FAILED");
        assertThat(harness.events.lines()).noneMatch(line -> line.contains("VERY_SECRET"));
    }

    @Test
    void shouldPublishNothingOnceClosed() throws InterruptedException {
        harness.ready();

        harness.gateway.close();
        List<String> before = harness.events.lines();
        harness.transport.close();

        assertThat(harness.events.lines()).isEqualTo(before);
    }

    private void placed(long orderId) throws InterruptedException {
        harness.venue.on("POST /v2/orders", 200, harness.order(orderId, "new", "0"));
        harness.ready();
        harness.place(orderId);
        harness.events.await("report ACCEPTED RESPONSE");
    }

    private static String listed(long orderId, String quantity) {
        return ("{\"id\":\"20261120::e-%d\",\"transaction_time\":\"2026-11-20T15:00:02Z\",\"price\":\"599.5\",\"qty\":\"%s\","
                        + "\"side\":\"buy\",\"symbol\":\"SPY\",\"order_id\":\"v-%d\",\"cum_qty\":\"%s\"}")
                .formatted(orderId, quantity, orderId, quantity);
    }

    private String fill(long orderId, String executionId, String filled) {
        return "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"fill\",\"timestamp\":\"2026-11-20T15:00:02Z\",\"price\":\"599.5\",\"qty\":\"%s\",\"execution_id\":\"%s\",\"order\":%s}}"
                .formatted(filled, executionId, harness.order(orderId, "filled", filled));
    }
}
