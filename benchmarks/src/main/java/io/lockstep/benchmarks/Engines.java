package io.lockstep.benchmarks;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.EngineSettings;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.strategy.StrategySpec;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import java.util.List;
import java.util.Set;

/** Engines to measure. */
final class Engines {
    private static final long LIMIT = 1_000 * FixedPoint.ONE;

    private Engines() {}

    /** Whole engine, one strategy, stepped by the caller. */
    static EventPublisher stepped(EventLog inputs) {
        return new Engine(setup(), new Counters(), new LatencyRecorder(0))
                .step(new EngineOutputs(inputs, new PastInputs(), command -> {}, KillLatch.NEVER, false));
    }

    static EngineSetup setup() {
        StrategySpec strategy = new StrategySpec(1, "average", 0, List.of(0), new QuoteAverage());
        return new EngineSetup(
                EngineSettings.defaults(),
                List.of(Quotes.BTCUSDT),
                1,
                List.of(strategy),
                Set.of(),
                risk(),
                timeNs -> 0);
    }

    static RiskSettings risk() {
        InstrumentLimits limits = new InstrumentLimits("BTCUSDT", LIMIT, 1_000_000 * LIMIT, LIMIT, LIMIT);
        return new RiskSettings(List.of(limits), 100, 10_000, 100_000, 100, 2_000);
    }
}
