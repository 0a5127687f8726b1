package io.lockstep.simulator.inprocess;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.SimulatorSettings;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.order.SelfTradePrevention;

/** Settings for tests: 2 BTC and 1000 USDT, cash only. */
final class TestSettings {
    private TestSettings() {}

    static SimulatorSettings latency(long entryUs, long responseUs, long jitterUs) {
        return new SimulatorSettings(
                "BTC=2,USDT=1000",
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
