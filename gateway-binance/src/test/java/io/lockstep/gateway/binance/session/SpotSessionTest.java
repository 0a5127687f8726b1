package io.lockstep.gateway.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.engine.sbe.OrderAction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotSessionTest {
    @Test
    void shouldBeReadyOnlyAfterSubscriptionAndCatchUp() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            List<String> lines = fixture.story.lines();

            assertThat(lines)
                    .filteredOn(line -> !line.startsWith("connection ORDER_ENTRY"))
                    .containsExactly(
                            "connection USER_DATA CONNECTING ",
                            "connection USER_DATA UP ",
                            "mark ORDERS BEGIN",
                            "mark ORDERS END 0",
                            "mark FILLS BEGIN",
                            "mark FILLS END 0",
                            "mark CASH BEGIN",
                            "balance USDT free=1000 locked=5",
                            "balance BASE free=0 locked=0",
                            "balance QUOTE free=0 locked=0 last",
                            "mark CASH END 3",
                            "connection USER_DATA READY ");
            assertThat(fixture.session.isReady()).isTrue();
        }
    }

    @Test
    void shouldWaitNoLongerForAnAnswerThatCame() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.send(Commands.limit(100));
            fixture.story.await("ACCEPTED RESPONSE order=100");
            // answers come in order: behind the next one the first is done with
            fixture.send(Commands.cancel(100, 101));
            fixture.venue.awaitFrame("order.cancel");
            fixture.send(Commands.limit(200));
            fixture.story.await("ACCEPTED RESPONSE order=200");

            Map<String, Long> counters = new TreeMap<>();
            fixture.session.addCounters(counters, "");
            assertThat(counters.get("open_requests")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void shouldReadCashAgainWhereAnOrderTradedWhileItWasAskedFor() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot()) {
            String fill =
                    SessionFixture.report(100, "TRADE", "FILLED", ",\"l\":\"2\",\"L\":\"100\",\"z\":\"2\",\"t\":9");
            fixture.venue.beforeAnswer("GET /api/v3/account", () -> {
                fixture.venue.push(fill);
                fixture.awaitHeard("FILL STREAM order=100");
            });

            fixture.ready();

            assertThat(fixture.story.lines())
                    .filteredOn(line -> line.startsWith("mark CASH END"))
                    .hasSize(2);
        }
    }

    @Test
    void shouldLogOnOnceAndThenSendOrdersWithoutASignature() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spotWithLogon().ready()) {
            JsonNode logon = fixture.venue.awaitFrame("session.logon");
            JsonNode subscribe = fixture.venue.awaitFrame("userDataStream.subscribe");

            fixture.send(Commands.limit(100));
            JsonNode order = fixture.venue.awaitFrame("order.place");

            assertThat(logon.get("params").get("signature").asText()).hasSize(88);
            assertThat(subscribe.get("params")).isEmpty();
            assertThat(order.get("params").has("signature")).isFalse();
            assertThat(order.get("params").has("apiKey")).isFalse();
            fixture.story.await("ACCEPTED RESPONSE order=100");
        }
    }

    @Test
    void shouldSendASignedOrderAndReportItOnceAcceptedAndOnceFilled() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.send(Commands.limit(100));
            JsonNode params = fixture.venue.awaitFrame("order.place").get("params");
            fixture.story.await("ACCEPTED RESPONSE");
            String fill =
                    SessionFixture.report(100, "TRADE", "FILLED", ",\"l\":\"2\",\"L\":\"100\",\"z\":\"2\",\"t\":9");
            fixture.venue.push(fill);
            fixture.venue.push(fill);
            fixture.venue.push(
                    SessionFixture.report(101, "NEW", "NEW", ",\"l\":\"0\",\"L\":\"0\",\"z\":\"0\",\"t\":-1"));
            fixture.story.await("ACCEPTED STREAM order=101");

            assertThat(params.get("newClientOrderId").asText()).isEqualTo(SessionFixture.clientId(100));
            assertThat(params.get("signature").asText()).matches("[0-9a-f]{64}");
            assertThat(params.get("quantity").asText()).isEqualTo("2");
            assertThat(fixture.story.lines())
                    .filteredOn(line -> line.contains("order=100"))
                    .containsExactly(
                            "ACCEPTED RESPONSE order=100 strategy=5 instrument=0 NONE cum=0 leaves=0 venueId=4293153 exec=",
                            "FILL STREAM order=100 strategy=5 instrument=0 BUY last=2@100 TAKER cum=2 leaves=0 venueId=4293153 exec=T9");
        }
    }

    @Test
    void shouldReportTheFillThatOvertookTheAnswer() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.onMethod("order.place", FakeBinance.SILENCE);
            fixture.send(Commands.limit(100));
            String id = fixture.venue.awaitFrame("order.place").get("id").asText();
            fixture.venue.push(
                    SessionFixture.report(100, "TRADE", "FILLED", ",\"l\":\"2\",\"L\":\"100\",\"z\":\"2\",\"t\":9"));
            fixture.venue.push("{\"id\":\"" + id + "\",\"status\":200,\"result\":{\"orderId\":4293153}}");
            fixture.story.await("ACCEPTED RESPONSE");

            assertThat(fixture.story.lines())
                    .filteredOn(line -> line.contains("order=100"))
                    .extracting(line -> line.split(" ")[0])
                    .containsExactly("FILL", "ACCEPTED");
        }
    }

    @Test
    void shouldCallAnOrderUnknownWhenItsConnectionIsLostAndCatchUpBeforeBeingReadyAgain() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.onMethod("order.place", FakeBinance.SILENCE);
            fixture.send(Commands.limit(100));
            fixture.venue.awaitFrame("order.place");
            fixture.venue.onRest(
                    "GET /api/v3/openOrders",
                    200,
                    "[{\"symbol\":\"BTCUSDT\",\"orderId\":4293153,\"clientOrderId\":\"" + SessionFixture.clientId(100)
                            + "\",\"price\":\"100\",\"origQty\":\"2\",\"executedQty\":\"0.5\",\"status\":\"PARTIALLY_FILLED\",\"side\":\"BUY\"}]");
            fixture.venue.onRest(
                    "GET /api/v3/myTrades",
                    200,
                    "[{\"symbol\":\"BTCUSDT\",\"id\":12,\"orderId\":4293153,\"price\":\"100\",\"qty\":\"0.5\",\"commission\":\"0.01\",\"commissionAsset\":\"BNB\",\"time\":1760000000002,\"isBuyer\":true,\"isMaker\":true}]");

            fixture.venue.cut();

            fixture.story.await("OUTCOME_UNKNOWN LOCAL order=100");
            fixture.story.await("connection USER_DATA DOWN");
            fixture.story.await("connection USER_DATA READY", 2);
            assertThat(fixture.story.lines())
                    .contains(
                            "STATUS RECONCILIATION order=100 strategy=5 instrument=0 BUY cum=0.5 leaves=1.5 venueId=4293153 exec= 'PARTIALLY_FILLED'")
                    .anyMatch(line -> line.startsWith(
                            "FILL RECONCILIATION order=100 strategy=5 instrument=0 BUY last=0.5@100 MAKER"));
        }
    }

    @Test
    void shouldCallAnOrderUnknownWhenItsAnswerIsOverdueAndTakeTheLateAnswerForWhatItIs() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.impatient().ready()) {
            fixture.venue.onMethod("order.place", FakeBinance.SILENCE);
            fixture.send(Commands.limit(100));
            String id = fixture.venue.awaitFrame("order.place").get("id").asText();
            fixture.story.await("OUTCOME_UNKNOWN LOCAL order=100");

            fixture.venue.push("{\"id\":\"" + id + "\",\"status\":200,\"result\":{\"orderId\":4293153}}");

            fixture.story.await("ACCEPTED RESPONSE order=100");
        }
    }

    @Test
    void shouldRefuseOrdersUntilReadyButLetCancelsGoByRest() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot()) {
            fixture.venue.refuseSockets(true);
            fixture.venue.onRest("DELETE /api/v3/order", 200, "{\"orderId\":1,\"status\":\"CANCELED\"}");
            fixture.session.start();
            fixture.story.await("connection ORDER_ENTRY CONNECTING");

            fixture.send(Commands.limit(100));
            fixture.send(Commands.cancel(99, 101));

            assertThat(fixture.story.await("REJECTED LOCAL order=100")).endsWith("'NOT_READY'");
            assertThat(fixture.venue.awaitCall("DELETE /api/v3/order?"))
                    .contains("origClientOrderId=" + SessionFixture.clientId(99), "signature=");
        }
    }

    @Test
    void shouldSendNothingInShadowMode() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.shadow().ready()) {
            fixture.send(Commands.limit(100));
            fixture.send(Commands.cancel(100, 101));
            fixture.send(Commands.of(OrderAction.CANCEL_ALL, command -> {}));

            assertThat(fixture.story.await("REJECTED LOCAL order=100")).endsWith("'SHADOW'");
            assertThat(fixture.story.await("CANCEL_REJECTED LOCAL order=100")).endsWith("'SHADOW'");
            assertThat(fixture.venue.frames())
                    .noneMatch(frame -> frame.get("method").asText().startsWith("order"));
            assertThat(fixture.venue.calls()).noneMatch(call -> call.startsWith("DELETE"));
        }
    }

    @Test
    void shouldBlockNewOrdersWhileTheClocksAreTooFarApart() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot()) {
            fixture.venue.time("GET /api/v3/time", 5_000);
            fixture.ready();

            fixture.send(Commands.limit(100));
            fixture.send(Commands.cancel(99, 101));

            assertThat(fixture.story.await("REJECTED LOCAL order=100")).endsWith("'CLOCK_OFFSET'");
            assertThat(fixture.venue
                            .awaitFrame("order.cancel")
                            .get("params")
                            .get("timestamp")
                            .asLong())
                    .isGreaterThan(System.currentTimeMillis() + 4_000);
        }
    }

    @Test
    void shouldAskForAnOrderThatTheCancelDidNotFindOpen() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.onMethod(
                    "order.cancel", "\"status\":400,\"error\":{\"code\":-2011,\"msg\":\"Unknown order sent.\"}");
            fixture.venue.onRest(
                    "GET /api/v3/order",
                    200,
                    "{\"symbol\":\"BTCUSDT\",\"orderId\":1,\"clientOrderId\":\"" + SessionFixture.clientId(99)
                            + "\",\"price\":\"100\",\"origQty\":\"2\",\"executedQty\":\"2\",\"status\":\"FILLED\",\"side\":\"BUY\"}");

            fixture.send(Commands.cancel(99, 101));

            fixture.story.await("CANCEL_REJECTED RESPONSE order=99");
            assertThat(fixture.story.await("STATUS QUERY order=99"))
                    .contains("cum=2 leaves=0")
                    .endsWith("'FILLED'");
        }
    }

    @Test
    void shouldAnswerAQuestionByTheSocket() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.onMethod(
                    "order.status", "\"status\":400,\"error\":{\"code\":-2013,\"msg\":\"Order does not exist.\"}");

            fixture.send(Commands.query(99));

            assertThat(fixture.venue
                            .awaitFrame("order.status")
                            .get("params")
                            .get("origClientOrderId")
                            .asText())
                    .isEqualTo(SessionFixture.clientId(99));
            fixture.story.await("NOT_FOUND QUERY order=99");
        }
    }

    @Test
    void shouldStayAwayWhileBanned() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            long untilMs = System.currentTimeMillis() + 3_600_000;
            fixture.venue.onMethod(
                    "order.place",
                    "\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"IP banned\",\"data\":{\"serverTime\":1,\"retryAfter\":"
                            + untilMs + "}}");

            fixture.send(Commands.limit(100));
            fixture.story.await("REJECTED RESPONSE order=100");
            fixture.story.await("error LIMIT_PASSED");
            fixture.send(Commands.limit(200));
            fixture.send(Commands.cancel(99, 201));

            assertThat(fixture.story.await("REJECTED LOCAL order=200")).endsWith("'VENUE_LIMIT'");
            assertThat(fixture.story.await("CANCEL_REJECTED LOCAL order=99")).endsWith("'VENUE_LIMIT'");
        }
    }

    @Test
    void shouldBelieveTheVenuesOwnCountOfOrders() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot()) {
            fixture.venue.onRest("GET /api/v3/account", 200, "X-MBX-ORDER-COUNT-1D: 160000", "{\"balances\":[]}");
            fixture.ready();

            fixture.send(Commands.limit(100));
            fixture.send(Commands.cancel(99, 101));

            assertThat(fixture.story.await("REJECTED LOCAL order=100")).endsWith("'VENUE_LIMIT'");
            fixture.venue.awaitFrame("order.cancel");
        }
    }

    @Test
    void shouldRefuseEverythingNewOnceTheKeyIsRevoked() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.push("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}");
            fixture.story.await("connection USER_DATA DOWN ACCESS_REFUSED");

            fixture.send(Commands.limit(100));

            assertThat(fixture.story.await("REJECTED LOCAL order=100")).endsWith("'NOT_READY'");
            assertThat(fixture.story.await("error ACCESS_REFUSED")).endsWith("-2015");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // new price, new quantity, method, quantity parameter, its value
        "100,1.5,order.amend.keepPriority,newQty,1.5",
        "101,2,order.cancelReplace,quantity,1.25",
        "100,3,order.cancelReplace,quantity,2.25"
    })
    void shouldKeepAnOrdersPlaceWhereItOnlyShrinksAndElseOrderWhatIsLeft(
            String price, String quantity, String method, String parameter, String expected)
            throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.send(Commands.limit(100));
            fixture.venue.push(SessionFixture.report(
                    100, "TRADE", "PARTIALLY_FILLED", ",\"l\":\"0.75\",\"L\":\"100\",\"z\":\"0.75\",\"t\":9"));
            fixture.story.await("FILL STREAM order=100");

            fixture.send(Commands.replace(100, 300, price, quantity));

            JsonNode params = fixture.venue.awaitFrame(method).get("params");
            assertThat(params.get(parameter).asText()).isEqualTo(expected);
            assertThat(params.get("newClientOrderId").asText()).isEqualTo(SessionFixture.clientId(300));
        }
    }

    @Test
    void shouldReplaceTheConnectionThatAnnouncesItsEndWithoutBeingDown() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.push("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");

            fixture.story.await("connection ORDER_ENTRY UP", 2);
            fixture.story.await("mark CASH END", 2);
            fixture.send(Commands.limit(100));
            fixture.story.await("ACCEPTED RESPONSE order=100");

            assertThat(fixture.story.lines())
                    .filteredOn(line -> line.startsWith("connection USER_DATA"))
                    .containsExactly(
                            "connection USER_DATA CONNECTING ",
                            "connection USER_DATA UP ",
                            "connection USER_DATA READY ");
        }
    }

    @Test
    void shouldSayWhichListCouldNotBeHadAndTryAgain() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot()) {
            fixture.venue.onRest("GET /api/v3/account", 500, "{\"code\":-1000,\"msg\":\"unknown\"}");
            fixture.session.start();
            fixture.story.await("mark CASH FAILED");

            fixture.venue.onRest("GET /api/v3/account", 200, "{\"balances\":[]}");

            fixture.story.await("connection USER_DATA READY");
            assertThat(fixture.story.lines()).contains("error LIST_FAILED -1000");
        }
    }

    @Test
    void shouldReadListsOnScheduleAndFillsWhereAnOrderShowsMoreThanWasReported() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.busy().ready()) {
            fixture.send(Commands.limit(100));
            fixture.story.await("ACCEPTED RESPONSE");
            fixture.venue.onRest(
                    "GET /api/v3/myTrades",
                    200,
                    "[{\"symbol\":\"BTCUSDT\",\"id\":12,\"orderId\":4293153,\"price\":\"100\",\"qty\":\"0.5\",\"commission\":\"0.01\",\"commissionAsset\":\"BNB\",\"time\":1760000000002,\"isBuyer\":true,\"isMaker\":true}]");
            fixture.venue.onRest(
                    "GET /api/v3/openOrders",
                    200,
                    "[{\"symbol\":\"BTCUSDT\",\"orderId\":4293153,\"clientOrderId\":\"" + SessionFixture.clientId(100)
                            + "\",\"price\":\"100\",\"origQty\":\"2\",\"executedQty\":\"0.5\",\"status\":\"PARTIALLY_FILLED\",\"side\":\"BUY\"}]");

            assertThat(fixture.story.await("FILL RECONCILIATION order=100")).contains("exec=T12");
            fixture.story.await("mark CASH END", 2);
            assertThat(fixture.session.isReady()).isTrue();
        }
    }

    @Test
    void shouldReadFillsOnScheduleThoughNoneAreMissing() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.busy().ready()) {
            fixture.story.await("mark FILLS END", 3);

            assertThat(fixture.session.isReady()).isTrue();
        }
    }

    @Test
    void shouldVerifyARefusalThatMayNotBeOne() throws InterruptedException {
        try (SessionFixture fixture = SessionFixture.spot().ready()) {
            fixture.venue.onMethod(
                    "order.place",
                    "\"status\":503,\"error\":{\"code\":-1008,\"msg\":\"Server is currently overloaded\"}");
            fixture.venue.onRest("GET /api/v3/order", 400, "{\"code\":-2013,\"msg\":\"Order does not exist.\"}");

            fixture.send(Commands.limit(100));

            fixture.story.await("REJECTED RESPONSE order=100");
            fixture.story.await("NOT_FOUND QUERY order=100");
        }
    }

    @Test
    void shouldPublishNothingAfterClose() throws InterruptedException {
        SessionFixture fixture = SessionFixture.spot().ready();
        fixture.close();
        int published = fixture.story.lines().size();

        fixture.send(Commands.limit(100));

        assertThat(fixture.story.lines()).hasSize(published);
    }
}
