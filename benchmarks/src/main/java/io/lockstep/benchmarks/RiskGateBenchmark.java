package io.lockstep.benchmarks;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.RiskGate;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All pre-trade checks of one order that passes, with orders open; beside reading the order's fields. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RiskGateBenchmark {
    /** Orders open while the order is checked. */
    @Param({"0", "10", "90"})
    public int openOrders;

    private final OrderTable orders = new OrderTable(100, 100);
    private final Market market = Market.ofBestPrices();
    private final InstrumentTable instruments = new InstrumentTable();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final EngineEvent quote = new EngineEvent();

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private RiskGate gate;

    /** Builds a gate with a fresh quote and open orders. */
    @Setup
    public void build() {
        instruments.put(Quotes.BTCUSDT);
        Portfolio portfolio = new Portfolio(1, 1, 1, new Assets());
        ExposureBook exposure = new ExposureBook(instruments, orders, portfolio);
        portfolio.ledger(0).add(portfolio.assets().indexOf("USDT"), 1_000_000_000 * FixedPoint.ONE);
        exposure.equity().known(0);
        exposure.cashChanged(0);
        GateState state = GateState.of(exposure, Engines.risk(), 1, 1);
        gate = new RiskGate(Engines.risk(), List.of("average"), instruments, market, orders, state);
        new Quotes().write(quote);
        exposure.repriced(market.onEvent(quote), market.view(0).fairPrice());
        for (int i = 1; i <= openOrders; i++) {
            orders.open(order(i), quote.timeNs());
        }
        order(1_000);
        if (check() != DenyReason.NONE) {
            throw new IllegalStateException("the order does not pass: " + check());
        }
    }

    /** Every check. */
    @Benchmark
    public DenyReason check() {
        return gate.check(command, quote.timeNs());
    }

    /** Floor: the fields alone. */
    @Benchmark
    public long readFields() {
        return command.orderId()
                + command.instrumentId()
                + command.quantity()
                + command.price()
                + command.side().value()
                + command.action().value();
    }

    private OrderCommandDecoder order(long id) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        new OrderCommandEncoder()
                .wrapAndApplyHeader(buffer, MESSAGE_OFFSET, new MessageHeaderEncoder())
                .orderId(id)
                .originalOrderId(FixedPoint.NULL)
                .accountId(0)
                .strategyId(1)
                .instrumentId(0)
                .action(OrderAction.NEW)
                .side(Side.BUY)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .quantity(FixedPoint.ONE)
                .price(59_990 * FixedPoint.ONE)
                .stopPrice(FixedPoint.NULL)
                .reason("bench")
                .flags()
                .clear();
        command.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, new MessageHeaderDecoder());
        return command;
    }
}
