package io.lockstep.simulator.binance;

import static io.lockstep.simulator.binance.BinanceClient.at;
import static io.lockstep.simulator.binance.BinanceClient.json;
import static io.lockstep.simulator.binance.BinanceClient.timed;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what: the ways to sign, kinds of key, permissions, limits. */
class AccessTest {
    private static final String ORDER = "/api/v3/order";
    private static final String TEST = "/api/v3/order/test";
    private static final String MARKET = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001";

    private static KeyPair pair;
    private static VenueServer server;
    private static BinanceClient client;

    @BeforeAll
    static void start() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Map<String, Long> money = Map.of("USDT", 100_000_00000000L);
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        List<BinanceAccount> accounts = List.of(
                BinanceAccount.standard(),
                new BinanceAccount("ed-key", "unused", publicKey, true, money, money),
                new BinanceAccount("read-key", "read-secret", null, false, money, money));
        server =
                Venues.start(InstantSource.system(), VenueServerSettings.of(BinanceSettingsKit.withAccounts(accounts)));
        client = new BinanceClient(server.port(Venues.SPOT));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldAcceptSignaturesInQueryBodyAndAcrossBoth() throws Exception {
        String query = "symbol=BTCUSDT&side=BUY&type=MARKET";
        String body = timed("quantity=0.001");

        assertThat(client.signed("POST", TEST, MARKET).body()).isEqualTo("{}");
        assertThat(client.signedBody("POST", TEST, MARKET).body()).isEqualTo("{}");
        assertThat(client.send("POST", TEST + "?" + query, body + "&signature=" + client.hmac(query + body))
                        .body())
                .isEqualTo("{}");
        String queryToo = query + "&signature=" + client.hmac(query + body);
        assertThat(client.send("POST", TEST + "?" + queryToo, body).body()).isEqualTo("{}");
    }

    @Test
    void shouldAcceptUpperCaseDigitsAndAnyPlaceOfTheSignature() throws Exception {
        String params = timed(MARKET);
        String signature = client.hmac(params).toUpperCase(Locale.ROOT);

        assertThat(client.send("POST", TEST + "?signature=" + signature + "&" + params, "")
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void shouldSignWhatWasEncodedAndRefuseWhatWasNot() throws Exception {
        String encoded = timed("symbol=%EF%BC%91&recvWindow=5000");
        String plain = timed("symbol=１&recvWindow=5000");

        String right =
                client.send("GET", ORDER + "?" + client.sign(encoded), "").body();
        String wrong = client.send("GET", ORDER + "?" + encoded + "&signature=" + client.hmac(plain), "")
                .body();

        assertThat(right).contains("-1121");
        assertThat(wrong).contains("-1022");
    }

    @Test
    void shouldAcceptNumbersAndTextsOnSockets() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3");
        String numbers = "\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\","
                + "\"quantity\":0.00100,\"price\":50000.10,\"recvWindow\":\"5000\"";

        socket.send(client.request("text-id", "order.place", numbers));

        assertThat(at(socket.answer("text-id"), "result.price")).isEqualTo("50000.10000000");
        socket.send("{\"id\":7,\"method\":\"ping\",\"params\":{}}");
        assertThat(at(socket.answer("7"), "status")).isEqualTo("200");
    }

    @Test
    void shouldLeaveLimitsOutOfAnswersWhenAsked() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3");

        socket.send("{\"id\":1,\"method\":\"ping\",\"params\":{\"returnRateLimits\":false}}");
        JsonValue without = socket.answer("1");
        socket.send("{\"id\":2,\"method\":\"ping\"}");
        JsonValue with = socket.answer("2");

        assertThat(at(without, "rateLimits.0.limit")).isNull();
        assertThat(at(with, "rateLimits.0.limit")).isEqualTo("6000");
    }

    @Test
    void shouldLogOnWithEd25519AndTradeUnsigned() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3");
        long now = System.currentTimeMillis();
        String signature = ed25519("apiKey=ed-key&timestamp=" + now);

        socket.send("{\"id\":\"l\",\"method\":\"session.logon\",\"params\":{\"apiKey\":\"ed-key\",\"timestamp\":" + now
                + ",\"signature\":\"" + signature + "\"}}");
        assertThat(at(socket.answer("l"), "result.apiKey")).isEqualTo("ed-key");
        socket.send("{\"id\":\"u\",\"method\":\"userDataStream.subscribe\"}");
        assertThat(at(socket.answer("u"), "result.subscriptionId")).isEqualTo("0");
        socket.send("{\"id\":\"o\",\"method\":\"order.place\",\"params\":{\"symbol\":\"BTCUSDT\",\"side\":\"BUY\","
                + "\"type\":\"MARKET\",\"quantity\":\"0.001\",\"timestamp\":" + System.currentTimeMillis() + "}}");
        assertThat(at(socket.answer("o"), "result.status")).isEqualTo("FILLED");
        socket.send("{\"id\":\"x\",\"method\":\"session.logout\"}");
        assertThat(at(socket.answer("x"), "result.apiKey")).isNull();
    }

    @Test
    void shouldAcceptEd25519OnRestWhenEncoded() throws Exception {
        BinanceClient ed = new BinanceClient(server.port(Venues.SPOT), "ed-key", "unused");
        String params = timed("omitZeroBalances=true");
        String signature = URLEncoder.encode(ed25519(params), StandardCharsets.UTF_8);

        HttpResponse<String> account = ed.get("/api/v3/account?" + params + "&signature=" + signature);

        assertThat(account.statusCode()).as(account.body()).isEqualTo(200);
    }

    @Test
    void shouldRefuseLogonWithHmacKey() throws Exception {
        BinanceClient.Socket socket = client.open("/ws-api/v3");

        socket.send(client.request("l", "session.logon", ""));

        assertThat(at(socket.answer("l"), "error.code")).isEqualTo("-4056");
    }

    @Test
    void shouldLetAReadingKeyReadOnly() throws Exception {
        BinanceClient reader = new BinanceClient(server.port(Venues.SPOT), "read-key", "read-secret");

        HttpResponse<String> refused = reader.signed("POST", ORDER, MARKET);

        assertThat(reader.signed("GET", "/api/v3/account", "").statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(at(json(refused), "code")).isEqualTo("-2015");
    }

    @Test
    void shouldCountOrdersAndRefuseTheNext() throws Exception {
        try (VenueServer own = Venues.start()) {
            BinanceClient eager = new BinanceClient(own.port(Venues.SPOT));
            String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
            HttpResponse<String> answer = eager.signed("POST", ORDER, order);
            for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
                answer = eager.signed("POST", ORDER, order);
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(at(json(answer), "code")).isEqualTo("-1015");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(eager.signed("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** On a clock that stands still, so that no window ends between two requests. */
    @Test
    void shouldCancelAloneOrDoNothingWhenOrdersAreUsedUp() throws Exception {
        Instant now = InstantSource.system().instant();
        try (VenueServer own =
                Venues.start(InstantSource.fixed(now), VenueServerSettings.of(BinanceSettingsKit.withSpotOrders(1)))) {
            BinanceClient eager = new BinanceClient(own.port(Venues.SPOT));
            long at = now.toEpochMilli();
            String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
            String replace = order + "&cancelReplaceMode=ALLOW_FAILURE&cancelOrigClientOrderId=LS-1";
            eager.signedAt(at, "POST", ORDER, order + "&newClientOrderId=LS-1");

            HttpResponse<String> nothing = eager.signedAt(at, "POST", ORDER + "/cancelReplace", replace);
            HttpResponse<String> alone = eager.signedAt(
                    at, "POST", ORDER + "/cancelReplace", replace + "&orderRateLimitExceededMode=CANCEL_ONLY");

            assertThat(nothing.statusCode()).isEqualTo(429);
            assertThat(alone.statusCode()).isEqualTo(409);
            assertThat(at(json(alone), "code")).isEqualTo("-2021");
            assertThat(at(json(alone), "data.cancelResult")).isEqualTo("SUCCESS");
            assertThat(at(json(alone), "data.newOrderResponse.code")).isEqualTo("-1015");
        }
    }

    @Test
    void shouldRefuseTooMuchWeightAndThenBan() throws Exception {
        try (VenueServer own = Venues.start()) {
            BinanceClient eager = new BinanceClient(own.port(Venues.SPOT));
            int lowest = 200;
            int highest = 0;
            for (int i = 0; i < 120 && highest < 418; i++) {
                int status =
                        eager.get("/api/v3/depth?symbol=BTCUSDT&limit=5000").statusCode();
                lowest = Math.min(lowest, status);
                highest = status == 429 ? Math.max(highest, 1) : Math.max(highest, status == 418 ? 418 : 0);
            }

            assertThat(lowest).isEqualTo(200);
            assertThat(highest).isEqualTo(418);
        }
    }

    private static String ed25519(String payload) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(payload.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signer.sign());
    }
}
