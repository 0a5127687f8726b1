package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.SharedData;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.execution.account.AccountRows;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    private static final SymbolTable SYMBOLS = TestInstruments.symbols("BTCUSDT", "BNBUSDT", "ADAUSDT");

    private final List<String> story = new ArrayList<>();
    private final FakePublisher publisher = new FakePublisher(event -> story.add(ReportText.of(event)));
    private final OrderDirectory directory = new OrderDirectory(64);
    private final OrderRows orders = new OrderRows(SYMBOLS, publisher, 7, directory, 1);
    private final AccountRows account = new AccountRows(SYMBOLS, publisher, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "spot|response:openOrders.status|SELL cum=0.0072 leaves=0.00127 venueId=12569099453 exec= 'PARTIALLY_FILLED'",
                "spot|response:order.status|SELL cum=0.00847 leaves=0 venueId=12569099453 exec= 'FILLED'",
                "usdm|rest:Current-All-Open-Orders|BUY cum=0 leaves=0.4 venueId=1917641 exec= 'NEW'",
                "usdm|rest:Query-Order|BUY cum=0 leaves=0.4 venueId=1917641 exec= 'NEW'",
                "usdm|rest:Current-All-Algo-Open-Orders|SELL cum=0 leaves=0.01 venueId=A2148627 exec= 'NEW'",
                "usdm|rest:Query-Algo-Order|SELL cum=0 leaves=0 venueId=A2146760 exec= 'CANCELED'"
            })
    void shouldPublishEachDocumentedOrder(String venue, String type, String expected) throws IOException {
        for (JsonValue row : rows(venue, type)) {
            assertThat(orders.publishOrder(row, ReportSource.RECONCILIATION, 1)).isTrue();
        }

        assertThat(story)
                .singleElement()
                .asString()
                .startsWith("STATUS RECONCILIATION order=foreign strategy=0 ")
                .endsWith(expected);
    }

    @Test
    void shouldPublishEachDocumentedFillWithItsFee() throws IOException {
        for (JsonValue row : rows("spot", "response:myTrades")) {
            orders.publishFill(row, false, 1);
        }
        for (JsonValue row : rows("usdm", "rest:Account-Trade-List")) {
            orders.publishFill(row, false, 1);
        }

        assertThat(story)
                .extracting(line -> line.replaceAll(" cum=.* leaves=[^ ]*", ""))
                .containsExactly(
                        "FILL RECONCILIATION order=foreign strategy=0 instrument=0 SELL last=0.00635@23416.1 MAKER venueId=12569099453 exec=T1650422481",
                        "FILL RECONCILIATION order=foreign strategy=0 instrument=0 SELL last=0.00212@23416.5 MAKER venueId=12569099453 exec=T1650422482",
                        "FILL RECONCILIATION order=foreign strategy=0 instrument=0 SELL last=0.002@7819.01 TAKER fee=0.0781901USDT venueId=25851813 exec=T698759");
    }

    @Test
    void shouldLeaveOutFillsOfOthersWhereOnlyOursAreWanted() throws IOException {
        directory.opened(50, 5, 0, false, 1, 1);
        directory.seen(50, 0, false, 25851813);
        List<JsonValue> foreign = rows("spot", "response:myTrades");
        List<JsonValue> ours = rows("usdm", "rest:Account-Trade-List");

        assertThat(orders.publishFill(foreign.get(0), true, 1)).isFalse();
        assertThat(orders.publishFill(ours.get(0), true, 1)).isTrue();
        assertThat(story).singleElement().asString().startsWith("FILL RECONCILIATION order=50 strategy=5");
    }

    @ParameterizedTest
    @CsvSource({"100,2,50", "101,2,60"})
    void shouldSeeFromAnOrderThatAChangeWasMadeAlthoughNothingWasHeardOfIt(
            String price, String quantity, long expectedId) {
        directory.opened(50, 5, 0, false, FixedPoint.parse("100"), FixedPoint.parse("2"));
        directory.modifying(50, 60, FixedPoint.parse("101"), FixedPoint.parse("2"));
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, 7, 50, id, 0);
        String row = "{\"symbol\":\"BTCUSDT\",\"orderId\":1,\"clientOrderId\":\"" + new String(id, UTF_8)
                + "\",\"price\":\"" + price + "\",\"origQty\":\"" + quantity
                + "\",\"executedQty\":\"0\",\"status\":\"NEW\",\"side\":\"BUY\"}";

        orders.publishOrder(JsonValue.parse(row), ReportSource.QUERY, 1);

        assertThat(story).singleElement().asString().startsWith("STATUS QUERY order=" + expectedId + " strategy=5");
    }

    @Test
    void shouldPublishPositionsFlatOnesToo() throws IOException {
        JsonValue list =
                JsonValue.parse(frame("usdm", "rest:Position-Information-V3").toString());

        assertThat(account.publishPositions(list, List.of(0, 2), 1)).isEqualTo(2);

        assertThat(story).containsExactly("position 2 30@0.385", "position 0 0@?");
    }

    @Test
    void shouldPublishBalancesAsRecordedAndExpectedOnesThatAreZero() throws IOException {
        String recorded =
                Files.readString(SharedData.require("data/binance/fastmm/spot_demo_account_status.json"), UTF_8);
        JsonValue answer = JsonValue.parse(recorded);
        JsonValue body = answer.has("result") ? answer.get("result") : answer;

        int published = account.publishSpotBalances(body, List.of("USDT", "NOTHING"), 1);

        assertThat(story).hasSize(published).contains("balance NOTHING free=0 locked=0 last");
        assertThat(story).filteredOn(line -> line.startsWith("balance USDT")).hasSize(1);
        account.publishWallets(
                JsonValue.parse(frame("usdm", "rest:Futures-Account-Balance-V3").toString()), 1);
        assertThat(story).last().isEqualTo("balance USDT free=122607.35137903 locked=0 last");
    }

    @Test
    void shouldGiveFundingTheSameIdFromTheHistoryAsFromTheStream() {
        UserDataDecoder stream = new UserDataDecoder(SYMBOLS, publisher, 7, directory, 1);
        byte[] event =
                "{\"e\":\"ACCOUNT_UPDATE\",\"T\":1776787203246,\"E\":1776787203246,\"a\":{\"B\":[{\"a\":\"USDC\",\"wb\":\"38\",\"bc\":\"-0.00085067\"}],\"P\":[],\"m\":\"FUNDING_FEE\"}}"
                        .getBytes(UTF_8);
        stream.decode(new UnsafeBuffer(event), 0, event.length, 1);
        account.publishFunding(
                JsonValue.parse(
                        "[{\"symbol\":\"BTCUSDT\",\"incomeType\":\"FUNDING_FEE\",\"income\":\"-0.00085067\",\"asset\":\"USDC\",\"time\":1776787200000,\"tranId\":1}]"),
                1);

        assertThat(story)
                .filteredOn(line -> line.startsWith("cash"))
                .extracting(line -> line.substring(line.lastIndexOf(' ')))
                .hasSize(2)
                .containsOnly(" FUSDC:akts:-85067");
    }

    private static List<JsonValue> rows(String venue, String type) throws IOException {
        JsonNode frame = frame(venue, type);
        JsonNode body = frame.has("result") ? frame.get("result") : frame;
        JsonValue parsed = JsonValue.parse(body.toString());
        return parsed.isArray() ? parsed.elements() : List.of(parsed);
    }

    private static JsonNode frame(String venue, String type) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : SharedData.lines("data/binance/one-of-each/one-of-each.jsonl")) {
            JsonNode row = mapper.readTree(line);
            if (row.get("venue").asText().equals(venue)
                    && row.get("type").asText().equals(type)) {
                return row.get("frame");
            }
        }
        throw new AssertionError("no such frame: " + venue + " " + type);
    }
}
