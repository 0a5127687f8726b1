package io.lockstep.gateway.binance.orderentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderCommands;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.orderentry.request.Endpoint;
import io.lockstep.gateway.binance.orderentry.request.RequestEncoder;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.ResponseType;
import io.lockstep.gateway.binance.orderentry.request.StpMode;
import io.lockstep.gateway.binance.orderentry.signing.HmacSigner;
import io.lockstep.gateway.binance.reference.Product;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandEncoderTest {
    private static final RequestProfile PROFILE =
            new RequestProfile(Channel.SIGNED_FRAMES, "key", 1_000, ResponseType.ACK);

    private final OrderDirectory directory = new OrderDirectory(64);
    private final OrderFacts facts = new OrderFacts();

    @ParameterizedTest
    @CsvSource({
        // product, type, limit price, stop price, trail, notional, endpoint or refusal
        "SPOT,LIMIT,100,,,,SPOT_NEW_ORDER",
        "SPOT,LIMIT,,,,,NOT_OFFERED",
        "SPOT,MARKET,,,,,SPOT_NEW_ORDER",
        "SPOT,MARKET,,,,50,SPOT_NEW_ORDER",
        "SPOT,STOP_MARKET,,90,,,SPOT_NEW_ORDER",
        "SPOT,STOP_MARKET,,,,,NOT_OFFERED",
        "SPOT,STOP_LIMIT,100,90,,,SPOT_NEW_ORDER",
        "SPOT,TRAILING_STOP,,,0.01,,SPOT_NEW_ORDER",
        "SPOT,TRAILING_STOP,,,,,NOT_OFFERED",
        "USDM,LIMIT,100,,,,USDM_NEW_ORDER",
        "USDM,MARKET,,,,50,NOT_OFFERED",
        "USDM,STOP_MARKET,,90,,,USDM_NEW_ALGO",
        "USDM,TAKE_PROFIT_LIMIT,100,90,,,USDM_NEW_ALGO",
        "USDM,TRAILING_STOP,,,0.01,,USDM_NEW_ALGO"
    })
    void shouldSendEachKindOfOrderWhereItBelongsAndNoneThatLacksAPrice(
            Product product,
            OrderType type,
            String price,
            String stopPrice,
            String trail,
            String notional,
            String expected) {
        CommandEncoder encoder = encoder(product);
        OrderCommandDecoder command = command(
                OrderAction.NEW,
                fields -> fields.orderType(type)
                        .price(e8(price))
                        .stopPrice(e8(stopPrice))
                        .trailRate(e8(trail))
                        .notional(e8(notional)));

        RequestTemplate request = encoder.prepare(command, unknown(1));

        assertThat(request == null ? encoder.refusal() : request.endpoint().name())
                .isEqualTo(expected);
    }

    @Test
    void shouldRefuseWhatItCannotSend() {
        CommandEncoder encoder = encoder(Product.SPOT);

        encoder.prepare(command(OrderAction.NEW, fields -> fields.instrumentId(9)), unknown(1));
        String instrument = encoder.refusal();
        encoder.prepare(command(OrderAction.NEW, fields -> fields.orderClass(OrderClass.BRACKET)), unknown(1));
        String legs = encoder.refusal();
        directory.opened(5, 1, 4, false, e8("100"), e8("2"));
        directory.filled(5, e8("2"));
        directory.find(5, facts);
        encoder.prepare(command(OrderAction.REPLACE, fields -> fields.originalOrderId(5)), facts);

        assertThat(List.of(instrument, legs, encoder.refusal()))
                .containsExactly("UNKNOWN_INSTRUMENT", "LEGS_NOT_OFFERED", "NOTHING_LEFT");
        assertThat(encoder.countdown(4, 1_000)).isNull();
        assertThat(encoder.cancelAllConditional(4)).isNull();
    }

    @Test
    void shouldCancelAnUnknownOrderByWhatTheCommandSaysOfIt() {
        CommandEncoder encoder = encoder(Product.USDM);
        OrderCommandDecoder plain = command(OrderAction.CANCEL, fields -> fields.originalOrderId(5));
        OrderCommandDecoder conditional =
                command(OrderAction.CANCEL, fields -> fields.originalOrderId(5).orderType(OrderType.STOP_MARKET));

        RequestTemplate first = Objects.requireNonNull(encoder.prepare(plain, unknown(5)));
        RequestTemplate second = Objects.requireNonNull(encoder.prepare(conditional, unknown(5)));

        assertThat(first.endpoint()).isEqualTo(Endpoint.USDM_CANCEL);
        assertThat(second.endpoint()).isEqualTo(Endpoint.USDM_CANCEL_ALGO);
    }

    @Test
    void shouldWriteAnOrderFromCommandToSignedBytesWithoutAllocating() {
        CommandEncoder encoder = encoder(Product.SPOT);
        RequestEncoder frames = new RequestEncoder(new HmacSigner("secret".getBytes(UTF_8)));
        RequestId id = new RequestId();
        OrderCommandDecoder command = command(OrderAction.NEW, fields -> {});

        assertThat(Allocation.bytesOf(20_000, () -> {
                    directory.find(command.orderId(), facts);
                    RequestTemplate request = Objects.requireNonNull(encoder.prepare(command, facts));
                    CommandEncoder.register(command, request, directory);
                    encoder.values().timestampMs(1_760_000_000_000L);
                    frames.encodeFrame(request, encoder.values(), id.set(RequestId.NEW, command.orderId(), 1, 4));
                }))
                .isZero();
    }

    private static CommandEncoder encoder(Product product) {
        return new CommandEncoder(
                product, PROFILE, List.of(TestInstruments.spot(4, "BTCUSDT")), StpMode.EXPIRE_TAKER, 7);
    }

    private OrderFacts unknown(long orderId) {
        new OrderDirectory(1).find(orderId, facts);
        return facts;
    }

    private static long e8(String text) {
        return text == null ? FixedPoint.NULL : FixedPoint.parse(text);
    }

    private static OrderCommandDecoder command(OrderAction action, Consumer<OrderCommandEncoder> fields) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        OrderCommandEncoder command = new OrderCommandEncoder();
        command.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .orderId(1)
                .originalOrderId(FixedPoint.NULL)
                .strategyId(1)
                .instrumentId(4)
                .action(action)
                .side(Side.BUY)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .quantity(e8("2"));
        OrderCommands.blankOptional(command).price(e8("100"));
        fields.accept(command);
        return new OrderCommandDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }
}
