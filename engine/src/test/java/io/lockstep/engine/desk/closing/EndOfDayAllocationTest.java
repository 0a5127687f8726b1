package io.lockstep.engine.desk.closing;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.FakeOrderGateway;
import io.lockstep.engine.testkit.TestInstruments;
import io.lockstep.engine.testkit.TestSetup;
import org.junit.jupiter.api.Test;

class EndOfDayAllocationTest {
    private static final int MEASURED = 50_000;
    private static final long STEP_NS = 100_000;
    private static final long BID = e8("99.99");
    private static final long ASK = e8("100.01");

    private final FakeOrderGateway gateway = new FakeOrderGateway();
    private final Engine engine = new Engine(
            TestSetup.of(new BuyOnTrade())
                    .instruments(TestInstruments.listedShare(0))
                    .risk(TestSetup.with(TestSetup.risk(1_000, 10_000, 64, 5_000), EquityDesk.flatten()))
                    .build(),
            new Counters(),
            new LatencyRecorder(0));
    private final Events events = new Events(
            engine.step(new EngineOutputs(new PastInputs(), new PastInputs(), gateway, KillLatch.NEVER, false)));
    private final TradingDay day = EquityDesk.day("2026-03-10");

    @Test
    void shouldAllocateNothingWhileItWaitsForTheVenue() {
        at(day.openNs());
        events.trade(0, e8("100"), e8("1"));
        events.accepted(gateway.last());
        events.filled(gateway.last(), e8("100"), 1);
        at(day.closeNs() - 12 * EquityDesk.MINUTE_NS);
        events.accepted(gateway.last());
        at(day.closeNs() - 5 * EquityDesk.MINUTE_NS);
        assertThat(gateway.last().action()).isEqualTo(OrderAction.CANCEL);

        long bytes = AllocationMeter.bytes(MEASURED, i -> at(events.timeNs() + STEP_NS));

        assertThat(bytes).as("bytes allocated by %d events", MEASURED).isZero();
    }

    private void at(long timeNs) {
        events.at(timeNs).quote(0, BID, ASK);
    }

    private static final class BuyOnTrade implements Strategy {
        @Override
        public void declare(StrategyDeclaration declaration) {
            // trades come without being asked for
        }

        @Override
        public void onTrade(StrategyContext context, TradeDecoder seen) {
            context.order(0).buy(e8("100")).limit(e8("100")).submit("in");
        }
    }
}
