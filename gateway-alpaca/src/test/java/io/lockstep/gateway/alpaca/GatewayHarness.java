package io.lockstep.gateway.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.order.OrderCommands;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.TransportSettings;
import io.lockstep.transport.net.IoSettings;
import io.lockstep.transport.net.TlsSettings;
import io.lockstep.transport.net.TransportClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/** A gateway before a scripted venue, its events collected. Instruments: 0 SPY, 1 BTC/USD. */
final class GatewayHarness implements AutoCloseable {
    static final long RUN = 77;
    static final ApiKey KEY = new ApiKey("KEY_ID", "VERY_SECRET");

    final ScriptedVenue venue;
    final EventCollector events = new EventCollector();
    final ClientOrderIds ids = new ClientOrderIds(RUN);
    final Transport transport =
            new Transport(new TransportSettings(IoSettings.DEFAULT, TlsSettings.DEFAULT, 1), TransportClock.system());
    final AlpacaSettings settings;
    final AlpacaGateway gateway;

    GatewayHarness(boolean sendOrders, boolean marketData) throws InterruptedException {
        this(sendOrders, marketData, StreamEncoding.JSON, KeyForm.MESSAGE);
    }

    GatewayHarness(boolean sendOrders, boolean marketData, StreamEncoding encoding, KeyForm keyForm)
            throws InterruptedException {
        this(sendOrders, marketData, encoding, keyForm, Duration.ofMinutes(2), Duration.ofMinutes(10));
    }

    /** One that is impatient: with a stream's silence, and with the time between lists. */
    static GatewayHarness impatient(boolean marketData) throws InterruptedException {
        return new GatewayHarness(
                false, marketData, StreamEncoding.JSON, KeyForm.MESSAGE, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private GatewayHarness(
            boolean sendOrders,
            boolean marketData,
            StreamEncoding encoding,
            KeyForm keyForm,
            Duration silence,
            Duration interval)
            throws InterruptedException {
        venue = new ScriptedVenue();
        VenueScripts.quiet(venue);
        settings = new AlpacaSettings(
                new AlpacaSettings.Endpoints(
                        venue.address("http"),
                        venue.address("http"),
                        venue.address("ws") + "/stream",
                        venue.address("ws") + "/v2",
                        venue.address("ws") + "/v1beta3/crypto/us",
                        venue.address("ws") + "/v1beta1/news"),
                new AlpacaSettings.Streams(
                        marketData,
                        StockFeed.IEX,
                        encoding,
                        keyForm,
                        true,
                        true,
                        true,
                        false,
                        true,
                        true,
                        silence,
                        Duration.ofSeconds(5)),
                new AlpacaSettings.Orders(sendOrders, true, true, 150_000, 250_000),
                new AlpacaSettings.Requests(200, 20, 200, Duration.ofSeconds(5)),
                new AlpacaSettings.Reconciliation(
                        interval, interval, interval, interval, interval, Duration.ofDays(4)));
        gateway = new AlpacaGateway(
                settings,
                4,
                KEY,
                List.of(
                        new InstrumentRequest(0, "SPY", AssetClass.EQUITY),
                        new InstrumentRequest(1, "BTC/USD", AssetClass.SPOT)),
                transport,
                SystemEpochNanoClock.INSTANCE);
    }

    /** Loads, starts and waits until the account is ready. */
    GatewayHarness ready() throws InterruptedException {
        start();
        events.await("connection USER_DATA READY");
        return this;
    }

    /** Loads and starts. */
    List<Instrument> start() {
        List<Instrument> instruments = gateway.loadInstruments();
        gateway.start(events, VenueGateway.Past.none(RUN));
        return instruments;
    }

    /** Sends a limit order for ten shares of SPY, changed at will. */
    void send(OrderAction action, long orderId, Consumer<OrderCommandEncoder> change) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
        OrderCommandEncoder command = new OrderCommandEncoder().wrap(buffer, 0);
        OrderCommands.blankOptional(command.causeSequence(1)
                        .orderId(orderId)
                        .originalOrderId(OrderCommandEncoder.originalOrderIdNullValue())
                        .accountId(4)
                        .strategyId(3)
                        .instrumentId(0)
                        .action(action)
                        .side(Side.BUY)
                        .orderType(OrderType.LIMIT)
                        .timeInForce(TimeInForce.DAY)
                        .quantity(10 * FixedPoint.ONE))
                .price(600 * FixedPoint.ONE)
                .reason("TEST");
        change.accept(command);
        gateway.send(new OrderCommandDecoder()
                .wrap(buffer, 0, OrderCommandDecoder.BLOCK_LENGTH, OrderCommandDecoder.SCHEMA_VERSION));
    }

    /** Waits until a feed was told to be so. */
    void awaitFeed(String feedStateAndWhy) throws InterruptedException {
        events.await(line -> line.startsWith("connection ") && line.contains(" " + feedStateAndWhy), feedStateAndWhy);
    }

    void place(long orderId) {
        send(OrderAction.NEW, orderId, command -> {});
    }

    void cancel(long orderId) {
        send(OrderAction.CANCEL, orderId + 1_000, command -> command.originalOrderId(orderId));
    }

    /** An order's body as the venue writes it. */
    String order(long orderId, String status, String filled) {
        return "{\"id\":\"v-%d\",\"client_order_id\":\"%s\",\"symbol\":\"SPY\",\"qty\":\"10\",\"filled_qty\":\"%s\",\"side\":\"buy\",\"limit_price\":\"600\",\"status\":\"%s\",\"submitted_at\":\"2026-11-20T15:00:00Z\",\"updated_at\":\"2026-11-20T15:00:01Z\"}"
                .formatted(orderId, ids.of(orderId, 3), filled, status);
    }

    @Override
    public void close() {
        gateway.close();
        transport.close();
        venue.close();
    }
}
