package io.lockstep.engine;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.indicator.BarIndicator;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.engine.strategy.IndicatorHandle;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.engine.testkit.TestSetup;
import org.junit.jupiter.api.Test;

/** A million warm events, bars, orders and fills among them, allocate nothing on the engine's thread. */
class EngineAllocationTest {
    private static final int MEASURED = 1_000_000;
    private static final int EVENTS_PER_TRADE = 10;
    private static final long STEP_NS = 10_000_000;

    private final Counters counters = new Counters();
    private final InstantFills venue = new InstantFills();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TopOfBookEncoder quote = new TopOfBookEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final Engine engine = new Engine(
            TestSetup.of(new InAndOut())
                    .risk(TestSetup.risk(1_000, 10_000, 10, 60_000))
                    .build(),
            counters,
            new LatencyRecorder(64));
    private final EventPublisher publisher =
            engine.step(new EngineOutputs(new PastInputs(), new PastInputs(), venue, KillLatch.NEVER, false));
    private long timeNs = 1_740_960_000_000_000_000L;

    @Test
    void shouldAllocateNothingWhenWarm() {
        long bytes = AllocationMeter.bytes(MEASURED, this::playOne);

        assertThat(bytes).as("bytes allocated by %d events", MEASURED).isZero();
        assertThat(counters.get(Counter.FILLS)).isGreaterThan(MEASURED / 200);
        assertThat(counters.get(Counter.BARS)).isGreaterThan(300);
        assertThat(counters.get(Counter.DENIED)).isZero();
        assertThat(counters.get(Counter.STRATEGY_FAILURES)).isZero();
    }

    private void playOne(int i) {
        timeNs += STEP_NS;
        if (i % EVENTS_PER_TRADE == 0) {
            publishTrade();
        } else {
            publishQuote(i);
        }
        engine.settle(publisher);
        venue.answer(publisher, timeNs);
    }

    private void publishQuote(int i) {
        EngineEvent event = publisher.claim();
        long bid = e8Of(100) + (i & 63) * e8Of(1) / 100;
        quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(0)
                .exchangeTimeNs(timeNs)
                .updateId(i)
                .bidPrice(bid)
                .bidQuantity(e8Of(1))
                .askPrice(bid + e8Of(1) / 100)
                .askQuantity(e8Of(1))
                .flags()
                .clear();
        event.complete(quote.limit(), timeNs);
        publisher.publish(event);
    }

    private void publishTrade() {
        EngineEvent event = publisher.claim();
        trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(0)
                .aggressor(Side.BUY)
                .exchangeTimeNs(timeNs)
                .tradeId(timeNs)
                .lastTradeId(timeNs)
                .price(e8Of(100))
                .quantity(e8Of(1))
                .flags()
                .clear();
        event.complete(trade.limit(), timeNs);
        publisher.publish(event);
    }

    private static long e8Of(long whole) {
        return whole * 100_000_000L;
    }

    /** Buys and sells in turn on every tenth trade, with an indicator on bars of a minute. */
    private static final class InAndOut implements Strategy {
        private static final long SIZE = e8("0.1");

        private IndicatorHandle closes = new IndicatorHandle(0, 1);
        private int instrument;
        private int trades;

        @Override
        public void declare(StrategyDeclaration declaration) {
            instrument = declaration.instruments().get(0);
            closes = declaration.onBars(instrument, "1m", new LastClose());
        }

        @Override
        public void onTrade(StrategyContext context, TradeDecoder seen) {
            if (++trades % 10 != 0 || context.workingOrders(instrument) > 0) {
                return;
            }
            if (context.position(instrument).isFlat()) {
                context.signal(instrument, Side.BUY, context.value(closes), "in");
                context.order(instrument)
                        .buy(SIZE)
                        .limit(context.lastPrice(instrument))
                        .submit("in");
            } else {
                context.order(instrument).sell(SIZE).market().reduceOnly().submit("out");
            }
        }
    }

    /** The close of the last bar. */
    private static final class LastClose implements BarIndicator {
        private double close = Double.NaN;

        @Override
        public void onBar(Bar bar) {
            close = bar.close();
        }

        @Override
        public int outputCount() {
            return 1;
        }

        @Override
        public double output(int output) {
            return close;
        }
    }

    /** Accepts and fills every order at once, as the next two events. */
    private static final class InstantFills implements OrderGateway {
        private final MessageHeaderEncoder header = new MessageHeaderEncoder();
        private final ExecutionReportEncoder report = new ExecutionReportEncoder();
        private final byte[] execId = new byte[ExecutionReportEncoder.execIdLength()];
        private long orderId;
        private long quantity;
        private Side side = Side.NONE;
        private long fills;

        @Override
        public void send(OrderCommandDecoder command) {
            orderId = command.orderId();
            quantity = command.quantity();
            side = command.side();
        }

        void answer(EventPublisher publisher, long timeNs) {
            if (orderId == 0) {
                return;
            }
            publish(publisher, ExecType.ACCEPTED, 0, timeNs);
            publish(publisher, ExecType.FILL, quantity, timeNs);
            orderId = 0;
        }

        private void publish(EventPublisher publisher, ExecType type, long filled, long timeNs) {
            EngineEvent event = publisher.claim();
            writeExecId();
            report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                    .orderId(orderId)
                    .accountId(0)
                    .strategyId(1)
                    .instrumentId(0)
                    .execType(type)
                    .source(ReportSource.STREAM)
                    .side(side)
                    .liquidity(Liquidity.TAKER)
                    .price(e8Of(100))
                    .quantity(quantity)
                    .lastPx(filled == 0 ? 0 : e8Of(100))
                    .lastQty(filled)
                    .cumQty(filled)
                    .leavesQty(quantity - filled)
                    .fee(filled == 0 ? 0 : 1_000)
                    .feeAsset("USDT")
                    .exchangeTimeNs(timeNs)
                    .venueCode(0)
                    .venueOrderId("v")
                    .putExecId(execId, 0)
                    .putReason(execId, 0, 0);
            event.complete(report.limit(), timeNs);
            publisher.publish(event);
        }

        private void writeExecId() {
            long rest = ++fills;
            for (int i = 0; i < Long.BYTES; i++) {
                execId[i] = (byte) (1 + (rest & 63));
                rest >>= 6;
            }
        }
    }
}
