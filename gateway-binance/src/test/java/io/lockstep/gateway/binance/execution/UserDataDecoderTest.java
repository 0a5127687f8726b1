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
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataDecoderTest {
    private static final long RUN = 7;
    private static final SymbolTable SYMBOLS = TestInstruments.symbols("BTCUSDT", "SOLUSDT");
    private static final String OURS = id(ClientOrderId.ORDER, 100);
    private static final String REPORT = "{\"e\":\"executionReport\",\"E\":1,\"s\":\"BTCUSDT\",\"c\":\"" + OURS
            + "\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"f\":\"GTC\",\"q\":\"2.00000000\",\"p\":\"50000.00000000\",\"P\":\"0.00000000\",\"F\":\"0.00000000\","
            + "\"g\":-1,\"C\":\"\",\"x\":\"NEW\",\"X\":\"NEW\",\"r\":\"NONE\",\"i\":4293153,\"l\":\"0.00000000\",\"z\":\"0.00000000\",\"L\":\"0.00000000\","
            + "\"n\":\"0\",\"N\":null,\"T\":1760000000001,\"t\":-1,\"I\":8641984,\"w\":true,\"m\":false,\"M\":false,\"O\":1760000000001,"
            + "\"Z\":\"0.00000000\",\"Y\":\"0.00000000\",\"Q\":\"0.00000000\",\"W\":1760000000001,\"V\":\"NONE\"}";
    private static final String UPDATE =
            "{\"e\":\"ORDER_TRADE_UPDATE\",\"T\":1760000000002,\"E\":1760000000003,\"o\":{\"s\":\"SOLUSDT\",\"c\":\""
                    + OURS
                    + "\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"f\":\"GTC\",\"q\":\"3\",\"p\":\"80\",\"ap\":\"0\",\"sp\":\"0\",\"x\":\"NEW\",\"X\":\"NEW\",\"i\":199,"
                    + "\"l\":\"0\",\"z\":\"0\",\"L\":\"0\",\"n\":\"0\",\"N\":\"USDT\",\"T\":1760000000002,\"t\":0,\"b\":\"0\",\"a\":\"0\",\"m\":false,\"R\":false,"
                    + "\"wt\":\"CONTRACT_PRICE\",\"ot\":\"LIMIT\",\"ps\":\"BOTH\",\"cp\":false,\"rp\":\"0\",\"er\":\"0\",\"st\":1}}";
    private static final String ALGO =
            "{\"e\":\"ALGO_UPDATE\",\"T\":1760000000005,\"E\":1760000000006,\"o\":{\"caid\":\"" + OURS
                    + "\",\"aid\":2148719,\"at\":\"CONDITIONAL\",\"o\":\"STOP_MARKET\",\"s\":\"SOLUSDT\",\"S\":\"SELL\",\"ps\":\"BOTH\",\"f\":\"GTC\",\"q\":\"3\","
                    + "\"X\":\"NEW\",\"ai\":\"\",\"ap\":\"0.00000\",\"aq\":\"0.00000\",\"act\":\"0\",\"tp\":\"75\",\"p\":\"0\",\"V\":\"EXPIRE_MAKER\",\"rm\":\"\"}}";

    private final List<String> story = new ArrayList<>();
    private final FakePublisher publisher = new FakePublisher(event -> story.add(ReportText.of(event)));
    private final OrderDirectory directory = directory();
    private final UserDataDecoder spot = new UserDataDecoder(SYMBOLS, publisher, RUN, directory, 1);
    private final UserDataDecoder usdm = new UserDataDecoder(SYMBOLS, publisher, RUN, directory, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\":\"NEW\"|\"x\":\"NEW\"|ACCEPTED STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=2 venueId=4293153 exec=X8641984",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"CANCELED\",\"X\":\"CANCELED\"|CANCELED STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=0 venueId=4293153 exec=X8641984",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"REPLACED\",\"X\":\"NEW\"|REPLACED STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=2 venueId=4293153 exec=X8641984",
                "\"x\":\"NEW\",\"X\":\"NEW\",\"r\":\"NONE\"|\"x\":\"REJECTED\",\"X\":\"REJECTED\",\"r\":\"INSUFFICIENT_BALANCES\"|REJECTED STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=0 venueId=4293153 exec=X8641984 'INSUFFICIENT_BALANCES'",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"EXPIRED\",\"eR\":\"EXCHANGE_CANCELED\",\"X\":\"EXPIRED\"|EXPIRED STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=0 venueId=4293153 exec=X8641984 'EXCHANGE_CANCELED'",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"TRADE_PREVENTION\",\"X\":\"EXPIRED_IN_MATCH\"|EXPIRED STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=0 venueId=4293153 exec=X8641984",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"TRADE_PREVENTION\",\"X\":\"NEW\",\"A\":\"0.5\"|STATUS STREAM order=100 strategy=5 instrument=0 BUY cum=0 leaves=1.5 venueId=4293153 exec=X8641984"
            })
    void shouldReportWhatHappenedToASpotOrder(String part, String instead, String expected) {
        assertThat(decode(spot, REPORT.replace(part, instead))).isEqualTo(UserDataOutcome.EXECUTION);
        assertThat(story).containsExactly(expected);
    }

    @Test
    void shouldReportASpotFillOnceWithItsFee() {
        String fill = REPORT.replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"TRADE\",\"X\":\"PARTIALLY_FILLED\"")
                .replace(
                        "\"l\":\"0.00000000\",\"z\":\"0.00000000\",\"L\":\"0.00000000\"",
                        "\"l\":\"0.5\",\"z\":\"1.25\",\"L\":\"49999.9\"")
                .replace("\"n\":\"0\",\"N\":null", "\"n\":\"0.0005\",\"N\":\"BNB\"")
                .replace("\"t\":-1", "\"t\":77")
                .replace("\"m\":false", "\"m\":true");

        assertThat(decode(spot, "{\"subscriptionId\":0,\"event\":" + fill + "}"))
                .isEqualTo(UserDataOutcome.EXECUTION);
        assertThat(decode(spot, fill)).isEqualTo(UserDataOutcome.DUPLICATE);

        assertThat(story)
                .containsExactly(
                        "FILL STREAM order=100 strategy=5 instrument=0 BUY last=0.5@49999.9 MAKER cum=1.25 leaves=0.75"
                                + " fee=0.0005BNB venueId=4293153 exec=T77");
    }

    @Test
    void shouldPutACancelDownToTheOrderAndNotToTheCancel() {
        String canceled = REPORT.replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"CANCELED\",\"X\":\"CANCELED\"")
                .replace("\"C\":\"\"", "\"C\":\"" + OURS + "\"")
                .replaceFirst("\"c\":\"[^\"]*\"", "\"c\":\"" + id(ClientOrderId.CANCEL, 999) + "\"");

        decode(spot, canceled);

        assertThat(story).singleElement().asString().startsWith("CANCELED STREAM order=100 ");
    }

    @Test
    void shouldTellAReplacementOnceThroughTheOrderThatReplaces() {
        String cancel = REPORT.replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"CANCELED\",\"X\":\"CANCELED\"")
                .replace("\"C\":\"\"", "\"C\":\"" + OURS + "\"")
                .replaceFirst("\"c\":\"[^\"]*\"", "\"c\":\"" + id(ClientOrderId.REPLACE_CANCEL, 101) + "\"");
        String replacement = REPORT.replaceFirst("\"c\":\"[^\"]*\"", "\"c\":\"" + id(ClientOrderId.ORDER, 101) + "\"");
        directory.replacing(100, 101, false, 1, 1);

        assertThat(decode(spot, cancel)).isEqualTo(UserDataOutcome.OWN_REPLACEMENT);
        assertThat(decode(spot, replacement)).isEqualTo(UserDataOutcome.EXECUTION);

        assertThat(story).singleElement().asString().startsWith("REPLACED STREAM order=101 strategy=5 ");
    }

    @Test
    void shouldReportForeignOrdersAsForeign() {
        decode(spot, REPORT.replace(OURS, "web_abc"));
        decode(usdm, UPDATE.replace(OURS, "autoclose-1760000000000"));

        assertThat(story.get(0)).contains("order=foreign strategy=0");
        assertThat(story.get(1)).contains("order=foreign strategy=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\":\"NEW\"|\"x\":\"NEW\"|ACCEPTED STREAM order=100 strategy=5 instrument=1 SELL cum=0 leaves=3 venueId=199 exec=",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"CANCELED\",\"X\":\"CANCELED\"|CANCELED STREAM order=100 strategy=5 instrument=1 SELL cum=0 leaves=0 venueId=199 exec=",
                "\"x\":\"NEW\"|\"x\":\"AMENDMENT\"|REPLACED STREAM order=100 strategy=5 instrument=1 SELL cum=0 leaves=3 venueId=199 exec=",
                "\"x\":\"NEW\",\"X\":\"NEW\"|\"x\":\"EXPIRED\",\"X\":\"EXPIRED_IN_MATCH\"|EXPIRED STREAM order=100 strategy=5 instrument=1 SELL cum=0 leaves=0 venueId=199 exec="
            })
    void shouldReportWhatHappenedToAFuturesOrder(String part, String instead, String expected) {
        assertThat(decode(usdm, UPDATE.replace(part, instead))).isEqualTo(UserDataOutcome.EXECUTION);
        assertThat(story).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,SELF_TRADE_PREVENTION", "2,IOC_REMAINDER", "5,LIQUIDATED", "9,MARKET_REMAINDER", "77,77"})
    void shouldSayInWordsWhyAFuturesOrderExpired(String number, String expected) {
        decode(
                usdm,
                UPDATE.replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"EXPIRED\",\"X\":\"EXPIRED\"")
                        .replace("\"er\":\"0\"", "\"er\":\"" + number + "\""));

        assertThat(story)
                .singleElement()
                .asString()
                .startsWith("EXPIRED STREAM")
                .endsWith("'" + expected + "'");
    }

    @Test
    void shouldReportAFuturesFillOnceAndWaitForItsFee() {
        String early =
                "{\"e\":\"TRADE_LITE\",\"E\":1,\"T\":1,\"s\":\"SOLUSDT\",\"q\":\"3\",\"p\":\"80\",\"m\":false,\"c\":\""
                        + OURS + "\",\"S\":\"SELL\",\"L\":\"80\",\"l\":\"3\",\"t\":55,\"i\":199}";
        String fill = UPDATE.replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"TRADE\",\"X\":\"FILLED\"")
                .replace(
                        "\"l\":\"0\",\"z\":\"0\",\"L\":\"0\",\"n\":\"0\"",
                        "\"l\":\"3\",\"z\":\"3\",\"L\":\"80\",\"n\":\"0.096\"")
                .replace("\"t\":0", "\"t\":55");

        assertThat(decode(usdm, early)).isEqualTo(UserDataOutcome.NOT_NEEDED);
        assertThat(decode(usdm, "{\"stream\":\"key\",\"data\":" + fill + "}")).isEqualTo(UserDataOutcome.EXECUTION);
        assertThat(decode(usdm, fill)).isEqualTo(UserDataOutcome.DUPLICATE);

        assertThat(story)
                .containsExactly("FILL STREAM order=100 strategy=5 instrument=1 SELL last=3@80 TAKER cum=3 leaves=0"
                        + " fee=0.096USDT venueId=199 exec=T55");
    }

    @Test
    void shouldReportALiquidationAsAFill() {
        String forced = UPDATE.replace(OURS, "autoclose-1760000000000")
                .replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"CALCULATED\",\"X\":\"FILLED\"")
                .replace("\"l\":\"0\",\"z\":\"0\",\"L\":\"0\"", "\"l\":\"3\",\"z\":\"3\",\"L\":\"70\"")
                .replace("\"t\":0", "\"t\":56");

        decode(usdm, forced);

        assertThat(story)
                .singleElement()
                .asString()
                .startsWith("FILL STREAM order=foreign strategy=0 instrument=1 SELL last=3@70");
    }

    @Test
    void shouldPutTheFillsOfATriggeredOrderDownToTheConditionalOne() {
        decode(usdm, ALGO);
        decode(usdm, ALGO.replace("\"X\":\"NEW\",\"ai\":\"\"", "\"X\":\"TRIGGERED\",\"ai\":\"199\""));
        decode(
                usdm,
                UPDATE.replace(OURS, "x-venue-made")
                        .replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"TRADE\",\"X\":\"FILLED\"")
                        .replace("\"l\":\"0\",\"z\":\"0\",\"L\":\"0\"", "\"l\":\"3\",\"z\":\"3\",\"L\":\"75\"")
                        .replace("\"t\":0", "\"t\":57"));

        assertThat(story)
                .containsExactly(
                        "ACCEPTED STREAM order=100 strategy=5 instrument=1 SELL cum=0 leaves=3 venueId=A2148719 exec=",
                        "TRIGGERED STREAM order=100 strategy=5 instrument=1 SELL cum=0 leaves=3 venueId=199 exec=",
                        "FILL STREAM order=100 strategy=5 instrument=1 SELL last=3@75 TAKER cum=3 leaves=0 venueId=199 exec=T57");
    }

    @Test
    void shouldCountTheFillsOfAReplacedOrderOn() {
        directory.filled(100, 150_000_000);
        directory.replacing(100, 101, false, 1, 1);
        String replacement = REPORT.replaceFirst("\"c\":\"[^\"]*\"", "\"c\":\"" + id(ClientOrderId.ORDER, 101) + "\"");

        decode(
                spot,
                replacement
                        .replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"TRADE\",\"X\":\"PARTIALLY_FILLED\"")
                        .replace(
                                "\"l\":\"0.00000000\",\"z\":\"0.00000000\",\"L\":\"0.00000000\"",
                                "\"l\":\"0.5\",\"z\":\"0.5\",\"L\":\"1\"")
                        .replace("\"t\":-1", "\"t\":78"));

        assertThat(story)
                .containsExactly(
                        "FILL STREAM order=101 strategy=5 instrument=0 BUY last=0.5@1 TAKER cum=2 leaves=1.5 venueId=4293153 exec=T78");
    }

    @Test
    void shouldCallAModifiedFuturesOrderByItsNewIdFromTheChangeOn() {
        directory.modifying(100, 105, 1, 1);
        decode(usdm, UPDATE);
        decode(usdm, UPDATE.replace("\"x\":\"NEW\"", "\"x\":\"AMENDMENT\""));
        directory.modifying(105, 106, 1, 1);
        decode(usdm, UPDATE.replace("\"x\":\"NEW\"", "\"x\":\"AMENDMENT\""));
        decode(usdm, UPDATE.replace("\"x\":\"NEW\",\"X\":\"NEW\"", "\"x\":\"CANCELED\",\"X\":\"CANCELED\""));

        assertThat(story)
                .extracting(line -> line.substring(0, line.indexOf(" strategy=5")))
                .containsExactly(
                        "ACCEPTED STREAM order=100",
                        "REPLACED STREAM order=105",
                        "REPLACED STREAM order=106",
                        "CANCELED STREAM order=106");
    }

    @Test
    void shouldReportFundingAndTransfersAsCashThatMoved() {
        decode(
                usdm,
                "{\"e\":\"ACCOUNT_UPDATE\",\"T\":1776787203246,\"E\":1776787203246,\"a\":{\"B\":[{\"a\":\"USDC\",\"wb\":\"38.17806885\",\"cw\":\"38.17806885\",\"bc\":\"-0.00085067\"}],\"P\":[],\"m\":\"FUNDING_FEE\",\"S\":\"SOLUSDT\"}}");
        decode(
                spot,
                "{\"e\":\"balanceUpdate\",\"E\":1573200697110,\"a\":\"BTC\",\"d\":\"100.00000000\",\"T\":1573200697068}");

        assertThat(story)
                .containsExactly(
                        "cash FUNDING 1 -0.00085067USDC FUSDC:akts:-85067",
                        "balance USDC free=38.17806885 locked=0",
                        "cash TRANSFER none 100BTC MBTC:k2pv2qr0:10000000000");
    }

    @ParameterizedTest
    @CsvSource({"CANCELED,CANCELED", "EXPIRED,EXPIRED", "REJECTED,REJECTED"})
    void shouldReportTheEndOfAConditionalOrderWithItsReason(String state, String expected) {
        decode(
                usdm,
                ALGO.replace("\"X\":\"NEW\"", "\"X\":\"" + state + "\"")
                        .replace("\"rm\":\"\"", "\"rm\":\"Reduce Only reject\""));

        assertThat(story)
                .singleElement()
                .asString()
                .startsWith(expected + " STREAM order=100")
                .endsWith("leaves=0 venueId=A2148719 exec= 'Reduce Only reject'");
    }

    @Test
    void shouldReportBalancesAndPositions() {
        decode(
                spot,
                "{\"e\":\"outboundAccountPosition\",\"E\":1760000000001,\"u\":1,\"B\":[{\"a\":\"USDT\",\"f\":\"10.5\",\"l\":\"2\"},{\"a\":\"BTC\",\"f\":\"0\",\"l\":\"0\"}]}");
        decode(
                usdm,
                "{\"e\":\"ACCOUNT_UPDATE\",\"T\":1,\"E\":1760000000001,\"a\":{\"B\":[{\"a\":\"USDT\",\"wb\":\"1.7\",\"cw\":\"1.7\",\"bc\":\"0\"}],"
                        + "\"P\":[{\"s\":\"SOLUSDT\",\"pa\":\"-0.1\",\"ep\":\"80.19000000123\",\"ps\":\"BOTH\"},{\"s\":\"OTHER\",\"pa\":\"1\",\"ep\":\"1\"}],\"m\":\"ORDER\"}}");
        UserDataOutcome call = decode(
                usdm,
                "{\"e\":\"MARGIN_CALL\",\"E\":1760000000001,\"cw\":\"3.1\",\"p\":[{\"s\":\"SOLUSDT\",\"ps\":\"LONG\",\"pa\":\"1.3\",\"mt\":\"CROSSED\"}]}");

        assertThat(call).isEqualTo(UserDataOutcome.MARGIN_CALL);
        assertThat(story)
                .containsExactly(
                        "balance USDT free=10.5 locked=2",
                        "balance BTC free=0 locked=0",
                        "balance USDT free=1.7 locked=0",
                        "position 1 -0.1@80.19",
                        "position 1 1.3@?");
        assertThat(usdm.foreignPositions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"e\":\"listenKeyExpired\",\"E\":1,\"listenKey\":\"k\"}|LISTEN_KEY_EXPIRED",
                "{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":1}}|STREAM_TERMINATED",
                "{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}|SERVER_SHUTDOWN",
                "{\"e\":\"externalLockUpdate\",\"E\":1,\"a\":\"BTC\",\"d\":\"100\",\"T\":1}|NOT_NEEDED",
                "{\"e\":\"ACCOUNT_CONFIG_UPDATE\",\"E\":1,\"T\":1,\"ac\":{\"s\":\"BTCUSDT\",\"l\":25}}|NOT_NEEDED",
                "{\"e\":\"somethingNew\",\"E\":1}|UNKNOWN_EVENT",
                "{\"id\":\"1\",\"status\":200,\"result\":{}}|RESPONSE",
                "{\"e\":\"executionReport\"|MALFORMED",
                "[]|MALFORMED"
            })
    void shouldNameEverythingElse(String frame, UserDataOutcome expected) {
        assertThat(decode(spot, frame)).isEqualTo(expected);
        assertThat(spot.count(expected)).isEqualTo(1);
        assertThat(story).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BTCUSDT|XYZ|UNKNOWN_SYMBOL",
                "\"x\":\"NEW\"|\"x\":\"A_NEW_WORD\"|UNKNOWN_EVENT",
                "\"S\":\"BUY\"|\"S\":\"HOLD\"|MALFORMED",
                "\"q\":\"2.00000000\"|\"q\":\"-2\"|MALFORMED",
                "\"q\":\"2.00000000\"|\"zz\":1|MALFORMED",
                "\"i\":4293153|\"i\":\"x\"|MALFORMED"
            })
    void shouldNotPublishWhatItCannotRead(String part, String instead, UserDataOutcome expected) {
        assertThat(decode(spot, REPORT.replace(part, instead))).isEqualTo(expected);
        assertThat(story).isEmpty();
    }

    @Test
    void shouldReadEveryRecordedAndDocumentedEvent() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        EnumSet<UserDataOutcome> bad = EnumSet.of(UserDataOutcome.MALFORMED, UserDataOutcome.RESPONSE);
        int events = 0;
        for (String line : SharedData.lines("data/binance/one-of-each/one-of-each.jsonl")) {
            JsonNode row = mapper.readTree(line);
            if (row.get("channel").asText().equals("user")
                    && !row.get("type").asText().startsWith("request")) {
                UserDataDecoder decoder = row.get("venue").asText().equals("spot") ? spot : usdm;
                assertThat(decode(decoder, row.get("frame").toString()))
                        .as(line)
                        .isNotIn(bad);
                events++;
            }
        }
        assertThat(events).isGreaterThan(15);
    }

    @Test
    void shouldSurviveDamage() {
        long seed = 99;
        Random random = new Random(seed);
        for (String frame : List.of(REPORT, UPDATE, ALGO)) {
            byte[] whole = frame.getBytes(UTF_8);
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                byte[] cut = random.nextInt(3) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
                UserDataOutcome outcome = spot.decode(new UnsafeBuffer(cut), 0, cut.length, 1);
                if (cut.length < whole.length) {
                    assertThat(outcome).as("seed %d", seed).isEqualTo(UserDataOutcome.MALFORMED);
                }
                story.clear();
            }
        }
    }

    @Test
    void shouldAllocateNothing() {
        UserDataDecoder decoder = new UserDataDecoder(SYMBOLS, new FakePublisher(event -> {}), RUN, directory(), 1);
        UnsafeBuffer frame = new UnsafeBuffer(REPORT.getBytes(UTF_8));

        assertThat(Allocation.bytesOf(20_000, () -> decoder.decode(frame, 0, frame.capacity(), 1)))
                .isZero();
    }

    private static UserDataOutcome decode(UserDataDecoder decoder, String frame) {
        byte[] bytes = frame.getBytes(UTF_8);
        return decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length, 42);
    }

    private static OrderDirectory directory() {
        OrderDirectory directory = new OrderDirectory(64);
        directory.opened(100, 5, 0, false, 1, 1);
        return directory;
    }

    private static String id(char purpose, long orderId) {
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(purpose, RUN, orderId, id, 0);
        return new String(id, US_ASCII);
    }
}
