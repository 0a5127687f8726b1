package io.lockstep.gateway.binance.orderentry.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.orderentry.OrderTemplates;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.signing.HmacSigner;
import io.lockstep.gateway.binance.orderentry.signing.PublishedKey;
import io.lockstep.gateway.binance.orderentry.signing.RequestSigner;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestEncoderTest {
    private static final RequestProfile SIGNED =
            new RequestProfile(Channel.SIGNED_FRAMES, PublishedKey.SPOT_KEY, 5_000, ResponseType.ACK);
    private static final RequestProfile SESSION =
            new RequestProfile(Channel.SESSION, PublishedKey.SPOT_KEY, 5_000, ResponseType.ACK);
    private static final RequestProfile REST =
            new RequestProfile(Channel.REST, PublishedKey.SPOT_KEY, 5_000, ResponseType.ACK);
    private static final String ID = "LS----------6----------0";

    private final RequestSigner signer = new HmacSigner(PublishedKey.SPOT_SECRET.getBytes(UTF_8));
    private final RequestEncoder signed = new RequestEncoder(signer);
    private final RequestId requestId = new RequestId();
    private final RequestEncoder session = new RequestEncoder(null);
    private final RequestValues values = new RequestValues()
            .order(ClientOrderId.ORDER, 7, 1)
            .originalOrder(7, 2)
            .replaceCancel(7, 1)
            .notional(250_000_000_000L)
            .trailRate(1_500_000)
            .venueOrderId(12569099453L)
            .priceAndQuantity(FixedPoint.parse("23416.1"), FixedPoint.parse("0.00847"))
            .stopPrice(FixedPoint.parse("23000.5"))
            .displayQuantity(FixedPoint.parse("0.001"))
            .expireTimeMs(1_800_000_000_000L)
            .number(120_000)
            .timestampMs(1660801715431L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIMIT|GTC|price=23416.1&quantity=0.00847&side=SELL&timeInForce=GTC&type=LIMIT",
                "LIMIT|IOC|price=23416.1&quantity=0.00847&side=SELL&timeInForce=IOC&type=LIMIT",
                "LIMIT|FOK|price=23416.1&quantity=0.00847&side=SELL&timeInForce=FOK&type=LIMIT",
                "LIMIT|GTX|price=23416.1&quantity=0.00847&side=SELL&type=LIMIT_MAKER",
                "LIMIT|DAY|",
                "LIMIT|GTD|",
                "MARKET|GTC|quantity=0.00847&side=SELL&type=MARKET",
                "MARKET|IOC|quantity=0.00847&side=SELL&type=MARKET",
                "STOP_MARKET|GTC|quantity=0.00847&side=SELL&stopPrice=23000.5&type=STOP_LOSS",
                "STOP_LIMIT|GTC|price=23416.1&quantity=0.00847&side=SELL&stopPrice=23000.5&timeInForce=GTC&type=STOP_LOSS_LIMIT",
                "STOP_LIMIT|GTX|",
                "TAKE_PROFIT_MARKET|GTC|quantity=0.00847&side=SELL&stopPrice=23000.5&type=TAKE_PROFIT",
                "TAKE_PROFIT_LIMIT|IOC|price=23416.1&quantity=0.00847&side=SELL&stopPrice=23000.5&timeInForce=IOC&type=TAKE_PROFIT_LIMIT",
                "TRAILING_STOP|GTC|quantity=0.00847&side=SELL&trailingDelta=150&type=STOP_LOSS"
            })
    void shouldSendWhatEachSpotOrderNeedsAndNothingElse(OrderType type, TimeInForce timeInForce, String expected) {
        RequestTemplate template = new SpotRequests(SESSION)
                .newOrder("BTCUSDT", OrderKind.of(Side.SELL, type, timeInForce), StpMode.EXPIRE_TAKER);

        assertThat(orderParameters(template)).isEqualTo(expected == null ? "not offered" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIMIT|GTC|order.place:"
                        + " positionSide=BOTH&price=23416.1&quantity=0.00847&side=SELL&timeInForce=GTC&type=LIMIT",
                "LIMIT|GTX|order.place:"
                        + " positionSide=BOTH&price=23416.1&quantity=0.00847&side=SELL&timeInForce=GTX&type=LIMIT",
                "LIMIT|GTD|order.place:"
                        + " goodTillDate=1800000000000&positionSide=BOTH&price=23416.1&quantity=0.00847&side=SELL&timeInForce=GTD&type=LIMIT",
                "LIMIT|OPG|",
                "MARKET|GTC|order.place: positionSide=BOTH&quantity=0.00847&side=SELL&type=MARKET",
                "STOP_MARKET|GTC|algoOrder.place:"
                        + " algoType=CONDITIONAL&positionSide=BOTH&quantity=0.00847&side=SELL&triggerPrice=23000.5&type=STOP_MARKET&workingType=CONTRACT_PRICE",
                "STOP_LIMIT|GTC|algoOrder.place:"
                        + " algoType=CONDITIONAL&positionSide=BOTH&price=23416.1&quantity=0.00847&side=SELL&timeInForce=GTC&triggerPrice=23000.5&type=STOP&workingType=CONTRACT_PRICE",
                "TAKE_PROFIT_MARKET|GTC|algoOrder.place:"
                        + " algoType=CONDITIONAL&positionSide=BOTH&quantity=0.00847&side=SELL&triggerPrice=23000.5&type=TAKE_PROFIT_MARKET&workingType=CONTRACT_PRICE",
                "TAKE_PROFIT_LIMIT|GTC|algoOrder.place:"
                        + " algoType=CONDITIONAL&positionSide=BOTH&price=23416.1&quantity=0.00847&side=SELL&timeInForce=GTC&triggerPrice=23000.5&type=TAKE_PROFIT&workingType=CONTRACT_PRICE",
                "TRAILING_STOP|GTC|algoOrder.place:"
                        + " algoType=CONDITIONAL&callbackRate=1.5&positionSide=BOTH&quantity=0.00847&side=SELL&type=TRAILING_STOP_MARKET&workingType=CONTRACT_PRICE"
            })
    void shouldSendWhatEachFuturesOrderNeedsAndConditionalOnesToTheAlgoService(
            OrderType type, TimeInForce timeInForce, String expected) {
        RequestTemplate template = new UsdmRequests(SESSION)
                .newOrder("BTCUSDT", OrderKind.of(Side.SELL, type, timeInForce), StpMode.EXPIRE_TAKER);

        String method = template == null ? "" : template.endpoint().method() + ": ";
        assertThat(method + orderParameters(template)).isEqualTo(expected == null ? "not offered" : expected);
    }

    @Test
    void shouldCloseAPositionWithoutAQuantity() {
        OrderKind close = new OrderKind(Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, false, true, false, false);
        OrderKind reduce = new OrderKind(Side.SELL, OrderType.MARKET, TimeInForce.GTC, true, false, false, false);
        OrderKind both = new OrderKind(Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, true, true, false, false);
        UsdmRequests requests = new UsdmRequests(SESSION);

        assertThat(orderParameters(requests.newOrder("BTCUSDT", close, StpMode.EXPIRE_TAKER)))
                .contains("closePosition=true")
                .doesNotContain("quantity");
        assertThat(orderParameters(requests.newOrder("BTCUSDT", reduce, StpMode.EXPIRE_TAKER)))
                .contains("reduceOnly=true");
        assertThat(requests.newOrder("BTCUSDT", both, StpMode.EXPIRE_TAKER)).isNull();
    }

    @Test
    void shouldSignExactlyWhatTheJsonSays() {
        RequestTemplate template = Objects.requireNonNull(new SpotRequests(SIGNED)
                .newOrder("BTCUSDT", OrderKind.of(Side.BUY, OrderType.LIMIT, TimeInForce.GTC), StpMode.EXPIRE_MAKER));

        String frame = text(signed.encodeFrame(template, values, id('n', 99)));

        assertThat(frame)
                .startsWith(
                        "{\"id\":\"n00000000000000630000030004000000000\",\"method\":\"order.place\",\"params\":{\"apiKey\":\""
                                + PublishedKey.SPOT_KEY)
                .contains(
                        "\"newClientOrderId\":\"" + ID + "\"", "\"price\":\"23416.1\"", "\"timestamp\":1660801715431,");
        JsonValue params = JsonValue.parse(frame).get("params");
        TreeMap<String, JsonValue> rebuilt = new TreeMap<>(params.members());
        rebuilt.remove("signature");
        String payload = rebuilt.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        TextBuffer expected = new TextBuffer(64);
        signer.sign(payload.getBytes(UTF_8), 0, payload.length(), expected);
        assertThat(params.text("signature")).isEqualTo(text(expected));
    }

    @Test
    void shouldMakeTheDocumentedSignatureFromATemplate() {
        RequestTemplate template = RequestTemplate.of(Endpoint.SPOT_NEW_ORDER)
                .text("apiKey", PublishedKey.SPOT_KEY)
                .text("symbol", "BTCUSDT")
                .text("side", "SELL")
                .text("type", "LIMIT")
                .text("timeInForce", "GTC")
                .text("quantity", "0.01000000")
                .text("price", "52000.00")
                .number("recvWindow", 100)
                .field("timestamp", RequestField.TIMESTAMP)
                .build(false);

        String frame = text(signed.encodeFrame(template, values.timestampMs(1645423376532L), id('n', 1)));

        assertThat(frame)
                .endsWith(",\"signature\":\"aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24\"}}");
    }

    @Test
    void shouldPercentEncodeRestValuesBeforeSigning() {
        RequestTemplate template = RequestTemplate.of(Endpoint.SPOT_CANCEL_ALL)
                .text("symbol", "１ a*~")
                .build(true);

        String query = text(session.encodeQuery(template, values));

        assertThat(query).isEqualTo("symbol=%EF%BC%91%20a%2A~");
    }

    @Test
    void shouldPutTheRestSignatureLastAndPercentEncodeBase64() {
        RequestTemplate template = new SpotRequests(REST).cancelAll("BTCUSDT");
        RequestSigner base64 = (payload, offset, length, target) -> target.put("a+b/c==".getBytes(UTF_8));

        assertThat(text(signed.encodeQuery(template, values)))
                .matches("recvWindow=5000&symbol=BTCUSDT&timestamp=1660801715431&signature=[0-9a-f]{64}");
        assertThat(text(new RequestEncoder(base64).encodeQuery(template, values)))
                .endsWith("&signature=a%2Bb%2Fc%3D%3D");
    }

    @Test
    void shouldProveTheKeyOnceAndThenSendOnlyATimestamp() {
        SpotRequests requests = new SpotRequests(SESSION);

        assertThat(text(signed.encodeFrame(requests.logon(), values, id('l', 1))))
                .startsWith(
                        "{\"id\":\"l00000000000000010000030004000000000\",\"method\":\"session.logon\",\"params\":{\"apiKey\":")
                .contains("\"signature\":");
        assertThat(text(session.encodeFrame(requests.subscribe(), values, id('u', 2))))
                .isEqualTo(
                        "{\"id\":\"u00000000000000020000030004000000000\",\"method\":\"userDataStream.subscribe\",\"params\":{}}");
        assertThat(text(session.encodeFrame(requests.cancel("BTCUSDT"), values, id('c', 3))))
                .isEqualTo(
                        "{\"id\":\"c00000000000000030000030004000000000\",\"method\":\"order.cancel\",\"params\":{\"newClientOrderId\":\""
                                + ID
                                + "\",\"origClientOrderId\":\"LS----------6----------1\",\"recvWindow\":5000,\"symbol\":\"BTCUSDT\",\"timestamp\":1660801715431}}");
    }

    @Test
    void shouldWriteEachOtherSpotRequest() {
        SpotRequests spot = new SpotRequests(REST);
        OrderKind limit = OrderKind.of(Side.BUY, OrderType.LIMIT, TimeInForce.GTC);

        assertThat(query(Objects.requireNonNull(spot.cancelReplace("BTCUSDT", limit, StpMode.NONE))))
                .isEqualTo(
                        "cancelNewClientOrderId=" + ID.replace("LS", "LX")
                                + "&cancelOrigClientOrderId=LS----------6----------1&cancelReplaceMode=STOP_ON_FAILURE&newClientOrderId="
                                + ID
                                + "&newOrderRespType=ACK&price=23416.1&quantity=0.00847&recvWindow=5000&selfTradePreventionMode=NONE&side=BUY&symbol=BTCUSDT&timeInForce=GTC&timestamp=1660801715431&type=LIMIT");
        assertThat(query(spot.amend("BTCUSDT")))
                .isEqualTo(
                        "newClientOrderId=" + ID
                                + "&newQty=0.00847&origClientOrderId=LS----------6----------1&recvWindow=5000&symbol=BTCUSDT&timestamp=1660801715431");
        assertThat(query(spot.cancelByVenueId("BTCUSDT"))).contains("orderId=12569099453&");
        assertThat(query(spot.queryOrder("BTCUSDT"))).startsWith("origClientOrderId=LS----------6----------1&");
        assertThat(query(spot.openOrders("BTCUSDT")))
                .isEqualTo("recvWindow=5000&symbol=BTCUSDT&timestamp=1660801715431");
        assertThat(query(spot.allOpenOrders())).isEqualTo("recvWindow=5000&timestamp=1660801715431");
        assertThat(query(spot.tradesFrom("BTCUSDT"))).startsWith("fromId=120000&limit=1000&");
        assertThat(query(spot.tradesOfOrder("BTCUSDT"))).startsWith("orderId=12569099453&");
        assertThat(query(spot.account())).startsWith("omitZeroBalances=true&");
        assertThat(query(spot.fees("BTCUSDT"))).contains("symbol=BTCUSDT");
    }

    @Test
    void shouldWriteEachOtherFuturesRequest() {
        UsdmRequests usdm = new UsdmRequests(REST);

        assertThat(query(usdm.modify("BTCUSDT", Side.SELL)))
                .isEqualTo(
                        "origClientOrderId=LS----------6----------1&price=23416.1&quantity=0.00847&recvWindow=5000&side=SELL&symbol=BTCUSDT&timestamp=1660801715431");
        assertThat(query(usdm.countdownCancelAll("BTCUSDT")))
                .isEqualTo("countdownTime=120000&recvWindow=5000&symbol=BTCUSDT&timestamp=1660801715431");
        assertThat(query(usdm.leverage("BTCUSDT"))).startsWith("leverage=120000&");
        assertThat(query(usdm.marginType("BTCUSDT", true))).startsWith("marginType=ISOLATED&");
        assertThat(query(usdm.marginType("BTCUSDT", false))).startsWith("marginType=CROSSED&");
        assertThat(query(usdm.positionMode(false))).startsWith("dualSidePosition=false&");
        assertThat(query(usdm.cancelAlgo())).startsWith("clientAlgoId=LS----------6----------1&");
        assertThat(query(usdm.queryAlgo())).startsWith("clientAlgoId=LS----------6----------1&");
        assertThat(query(usdm.cancel("BTCUSDT"))).startsWith("origClientOrderId=LS----------6----------1&");
        assertThat(query(usdm.cancelByVenueId("BTCUSDT"))).startsWith("orderId=12569099453&");
        assertThat(query(usdm.cancelAll("BTCUSDT"))).contains("symbol=BTCUSDT");
        assertThat(query(usdm.cancelAllAlgos("BTCUSDT"))).contains("symbol=BTCUSDT");
        assertThat(query(usdm.openAlgos("BTCUSDT"))).contains("symbol=BTCUSDT");
        assertThat(query(usdm.fundingSince())).startsWith("incomeType=FUNDING_FEE&limit=1000&");
        assertThat(query(usdm.tradesFrom("BTCUSDT"))).startsWith("fromId=120000&");
        assertThat(query(usdm.positions())).isEqualTo(query(usdm.balance()));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void shouldFindEveryOfferedTemplateAndWriteItWithoutAllocating(Product product) {
        OrderTemplates templates = OrderTemplates.newOrders(
                product, SIGNED, List.of(TestInstruments.spot(4, "BTCUSDT")), StpMode.EXPIRE_TAKER);
        RequestTemplate limit = Objects.requireNonNull(
                templates.find(4, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, false, false, false, false));

        assertThat(templates.find(5, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, false, false, false, false))
                .isNull();
        assertThat(templates.find(4, Side.BUY, OrderType.LIMIT, TimeInForce.CLS, false, false, false, false))
                .isNull();
        assertThat(templates.find(4, Side.NULL_VAL, OrderType.LIMIT, TimeInForce.GTC, false, false, false, false))
                .isNull();
        assertThat(Allocation.bytesOf(20_000, () -> {
                    values.order(ClientOrderId.ORDER, 7, 5);
                    signed.encodeFrame(limit, values, id('n', 5));
                }))
                .isZero();
    }

    @Test
    void shouldNotShowItsKey() {
        assertThat(SIGNED.toString()).doesNotContain(PublishedKey.SPOT_KEY);
    }

    private String query(RequestTemplate template) {
        return text(session.encodeQuery(template, values));
    }

    /** What is particular about an order: without ids, symbol, time and what every order has. */
    private String orderParameters(@org.jspecify.annotations.Nullable RequestTemplate template) {
        if (template == null) {
            return "not offered";
        }
        String all = query(template);
        assertThat(all).contains(ID, "symbol=BTCUSDT", "newOrderRespType=ACK", "selfTradePreventionMode=EXPIRE_TAKER");
        return List.of(all.split("&")).stream()
                .filter(
                        part -> !part.matches(
                                "(newClientOrderId|clientAlgoId|symbol|timestamp|recvWindow|newOrderRespType|selfTradePreventionMode)=.*"))
                .collect(Collectors.joining("&"));
    }

    private RequestId id(char kind, long orderId) {
        return requestId.set(kind, orderId, 3, 4);
    }

    private static String text(TextBuffer buffer) {
        return new String(buffer.array(), 0, buffer.length(), UTF_8);
    }
}
