package io.lockstep.simulator.inprocess;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.SimulatorSettings;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.order.SelfTradePrevention;
import java.util.List;
import java.util.Map;

/** Settings for tests: 2 BTC and 1000 USDT, cash only. */
final class TestSettings {
    private TestSettings() {}

    static List<Map<String, Long>> balances() {
        return List.of(Map.of("BTC", FixedPoint.parse("2"), "USDT", FixedPoint.parse("1000")));
    }

    static SimulatorSettings latency(long entryUs, long responseUs, long jitterUs) {
        return new SimulatorSettings(
                1,
                false,
                FeeCurrency.QUOTE,
                "BNB",
                FixedPoint.parse("600"),
                FixedPoint.parse("0.004"),
                FixedPoint.parse("0.0125"),
                entryUs,
                responseUs,
                jitterUs,
                1,
                0,
                0,
                1,
                FixedPoint.ONE,
                0,
                1,
                2,
                FixedPoint.parse("0.1"),
                0,
                SelfTradePrevention.EXPIRE_TAKER,
                100);
    }
}
