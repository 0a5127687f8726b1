package io.lockstep.gateway.binance.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.EventStory;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.orderentry.RequestSettings;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.orderentry.request.ResponseType;
import io.lockstep.gateway.binance.orderentry.request.StpMode;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.session.context.RateBudget;
import io.lockstep.gateway.binance.session.rest.CatchUpSettings;
import io.lockstep.gateway.binance.session.rest.FuturesSettings;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.reconnect.ConnectBudget;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;

/** A session against a venue on loopback whose answers let it become ready. */
final class SessionFixture implements AutoCloseable {
    static final long RUN = 7;
    private static final int NEVER_MS = 600_000;
    static final ApiKey HMAC_KEY = new ApiKey("test-key", "test-secret");
    /** RFC 8032 test key 1 as PKCS#8. */
    static final ApiKey ED25519_KEY = new ApiKey(
            "test-key",
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----");

    final FakeBinance venue = new FakeBinance();
    final EventStory story = new EventStory();
    final AccountSession session;
    private final Transport transport;

    private SessionFixture(
            Product product, ApiKey key, boolean sendOrders, int deadlineMs, int scheduleMs, OpenOrder... openOrders)
            throws InterruptedException {
        EpochNanoClock clock = new SystemEpochNanoClock();
        transport = new Transport(
                new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1),
                new TransportClock(System::nanoTime, clock::nanoTime));
        if (product == Product.SPOT) {
            answerSpot();
        } else {
            answerUsdm();
        }
        List<Instrument> instruments = List.of(TestInstruments.spot(0, "BTCUSDT"));
        session = new AccountSession(new SessionSetup(
                product,
                1,
                new VenueGateway.Past(RUN, List.of(openOrders)),
                instruments,
                story,
                key,
                RateBudget.documented(product),
                new SessionSetup.Network(
                        transport,
                        new ConnectBudget(100, TimeUnit.MINUTES.toNanos(5)),
                        Endpoint.parse("http://" + venue.address()),
                        Endpoint.parse("ws://" + venue.address() + "/ws-api/v3"),
                        Endpoint.parse("ws://" + venue.address() + "/private")),
                clock,
                new RequestSettings(5_000, deadlineMs, StpMode.EXPIRE_TAKER, ResponseType.ACK, 20, 1_024),
                new CatchUpSettings(scheduleMs, scheduleMs, scheduleMs, scheduleMs, 600_000),
                FuturesSettings.DEFAULT,
                sendOrders));
    }

    /** A spot session, not started. */
    static SessionFixture spot() throws InterruptedException {
        return new SessionFixture(Product.SPOT, HMAC_KEY, true, 10_000, NEVER_MS);
    }

    /** A spot session with a key that logs on. */
    static SessionFixture spotWithLogon() throws InterruptedException {
        return new SessionFixture(Product.SPOT, ED25519_KEY, true, 10_000, NEVER_MS);
    }

    /** A spot session that sends no orders. */
    static SessionFixture shadow() throws InterruptedException {
        return new SessionFixture(Product.SPOT, HMAC_KEY, false, 10_000, NEVER_MS);
    }

    /** A spot session that soon gives up waiting. */
    static SessionFixture impatient() throws InterruptedException {
        return new SessionFixture(Product.SPOT, HMAC_KEY, true, 300, NEVER_MS);
    }

    /** A spot session that reads every list each 100 ms. */
    static SessionFixture busy() throws InterruptedException {
        return new SessionFixture(Product.SPOT, HMAC_KEY, true, 10_000, 100);
    }

    /** A futures session, with the orders an earlier one left open. */
    static SessionFixture usdm(OpenOrder... openOrders) throws InterruptedException {
        return new SessionFixture(Product.USDM, HMAC_KEY, true, 10_000, NEVER_MS, openOrders);
    }

    /** Starts and waits until the account is ready. */
    SessionFixture ready() throws InterruptedException {
        session.start();
        story.await("connection USER_DATA READY");
        return this;
    }

    /** Waits for an event where nothing may be thrown. */
    void awaitHeard(String beginning) {
        try {
            story.await(beginning);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(OrderCommandDecoder command) {
        session.send(command);
    }

    /** Our id of an order as the venue has it. */
    static String clientId(long orderId) {
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, RUN, orderId, id, 0);
        return new String(id, US_ASCII);
    }

    /** A spot execution report on an order to buy 2 at 100. */
    static String report(long orderId, String happened, String state, String more) {
        return "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":1,\"s\":\"BTCUSDT\",\"c\":\""
                + clientId(orderId)
                + "\",\"S\":\"BUY\",\"q\":\"2\",\"p\":\"100\",\"C\":\"\",\"x\":\"" + happened + "\",\"X\":\"" + state
                + "\",\"r\":\"NONE\",\"i\":4293153,\"n\":\"0\",\"N\":null,\"T\":1760000000001,\"I\":8641984,\"m\":false"
                + more
                + "}}";
    }

    @Override
    public void close() {
        session.close();
        transport.close();
        venue.close();
    }

    private void answerSpot() {
        venue.time("GET /api/v3/time", 0)
                .onRest("GET /api/v3/openOrders", 200, "[]")
                .onRest("GET /api/v3/allOrders", 200, "[]")
                .onRest("GET /api/v3/myTrades", 200, "[]")
                .onRest(
                        "GET /api/v3/account",
                        200,
                        "{\"canTrade\":true,\"balances\":[{\"asset\":\"USDT\",\"free\":\"1000\",\"locked\":\"5\"}]}")
                .onMethod("session.logon", "\"status\":200,\"result\":{}")
                .onMethod("userDataStream.subscribe", "\"status\":200,\"result\":{\"subscriptionId\":0}")
                .onMethod("userDataStream.subscribe.signature", "\"status\":200,\"result\":{\"subscriptionId\":0}")
                .onMethod(
                        "order.place",
                        "\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":4293153,\"transactTime\":1760000000000}")
                .onMethod("order.cancel", "\"status\":200,\"result\":{\"orderId\":4293153,\"status\":\"CANCELED\"}");
    }

    private void answerUsdm() {
        venue.time("GET /fapi/v1/time", 0)
                .onRest("GET /fapi/v1/positionSide/dual", 200, "{\"dualSidePosition\":false}")
                .onRest("POST /fapi/v1/listenKey", 200, "{\"listenKey\":\"first-key\"}")
                .onRest("PUT /fapi/v1/listenKey", 200, "{\"listenKey\":\"first-key\"}")
                .onRest("GET /fapi/v1/openOrders", 200, "[]")
                .onRest("GET /fapi/v1/openAlgoOrders", 200, "[]")
                .onRest("GET /fapi/v1/allOrders", 200, "[]")
                .onRest("GET /fapi/v1/userTrades", 200, "[]")
                .onRest("GET /fapi/v1/income", 200, "[]")
                .onRest(
                        "GET /fapi/v3/positionRisk",
                        200,
                        "[{\"symbol\":\"BTCUSDT\",\"positionSide\":\"BOTH\",\"positionAmt\":\"-0.5\",\"entryPrice\":\"99\",\"liquidationPrice\":\"200\"}]")
                .onRest(
                        "GET /fapi/v3/balance",
                        200,
                        "[{\"asset\":\"USDT\",\"balance\":\"1000\",\"availableBalance\":\"900\"}]")
                .onMethod(
                        "order.place",
                        "\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":77,\"updateTime\":1760000000000}")
                .onMethod(
                        "order.modify",
                        "\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"orderId\":77,\"updateTime\":1760000000000}")
                .onMethod("order.cancel", "\"status\":200,\"result\":{\"orderId\":77,\"status\":\"CANCELED\"}")
                .onMethod("algoOrder.place", "\"status\":200,\"result\":{\"algoId\":900,\"updateTime\":1760000000000}")
                .onMethod("algoOrder.cancel", "\"status\":200,\"result\":{\"algoId\":900}");
    }
}
