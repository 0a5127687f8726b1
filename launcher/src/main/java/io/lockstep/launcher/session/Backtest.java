package io.lockstep.launcher.session;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.Threading;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.folder.RunLogs;
import io.lockstep.launcher.session.header.RunHeaderWriter;
import io.lockstep.launcher.session.playback.SimulatedMarket;
import io.lockstep.launcher.session.playback.TapeFeed;
import io.lockstep.launcher.session.result.RunResult;
import io.lockstep.launcher.session.wiring.EngineRun;
import io.lockstep.launcher.session.wiring.RunHeaders;
import io.lockstep.launcher.session.wiring.Venues;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a configuration over recordings as fast as it goes, with the simulated venue as its market. One event at a time, so that equal
 * recordings and configurations give equal decisions, whatever the threading.
 */
public final class Backtest {
    private static final long NS_PER_MS = 1_000_000;
    private static final long GRACE_NS = 2_000_000_000L;
    private static final long STOP_TIMEOUT_MS = 60_000;
    private static final int PROGRESS_EVERY = 8_192;

    private final Wiring wiring;
    private final EffectiveConfig config;
    private final Threading threading;

    /** A backtest of a configuration. */
    public Backtest(EffectiveConfig config, Wiring wiring, Threading threading) {
        this.config = config;
        this.wiring = wiring;
        this.threading = threading;
    }

    /**
     * Runs it.
     *
     * @param recordings market data, merged by time
     * @param journal new folder to keep inputs and decisions in; null to keep nothing
     * @param progress told the event time now and then, UTC, nanoseconds
     */
    public RunResult run(Recordings recordings, @Nullable JournalFolder journal, LongConsumer progress) {
        try (RunLogs logs = journal == null
                ? RunLogs.none()
                : RunLogs.open(journal, config.config().journal())) {
            return run(recordings.sources(), logs, progress);
        }
    }

    private RunResult run(List<RecordSource> recordings, RunLogs logs, LongConsumer progress) {
        SimulatedVenue venue = Venues.open(config.config());
        EngineRun run = EngineRun.quiet(wiring);
        Engine engine = run.engine();
        EngineOutputs outputs = new EngineOutputs(logs.inputs(), logs.decisions(), venue, KillLatch.NEVER, false);
        FirstFailure failure = new FirstFailure();
        EventPublisher publisher =
                threading == Threading.STAGED ? engine.stepStaged(outputs, failure) : engine.step(outputs);
        try {
            play(new TapeFeed(wiring.instruments(), recordings), venue, engine, publisher, progress);
        } finally {
            engine.stop(STOP_TIMEOUT_MS);
            failure.throwIfAny();
        }
        return run.result();
    }

    private void play(
            TapeFeed feed, SimulatedVenue venue, Engine engine, EventPublisher publisher, LongConsumer progress) {
        Runnable settle = () -> engine.settle(publisher);
        long tickNs = config.config().engine().timerIntervalMs() * NS_PER_MS;
        SimulatedMarket market = new SimulatedMarket(feed, venue, publisher, settle, tickNs);
        long startNs = market.hasNext() ? market.nextTimeNs() : 0;
        RunHeaderWriter header = new RunHeaderWriter(publisher::claim, event -> {
            venue.onMarketData(event);
            publisher.publish(event);
        });
        header.write(RunHeaders.first(config, wiring, RunMode.BACKTEST, RunHeaders.tagOf(config)), startNs);
        venue.open(startNs);
        for (int played = 0; market.hasNext(); played++) {
            market.playNext();
            if (played % PROGRESS_EVERY == 0) {
                progress.accept(market.nowNs());
            }
        }
        market.settleFor(GRACE_NS);
        header.writeStop("END_OF_DATA", market.nowNs());
        settle.run();
    }
}
