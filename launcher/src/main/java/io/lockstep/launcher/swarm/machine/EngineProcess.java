package io.lockstep.launcher.swarm.machine;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.launcher.swarm.machine.CrashSwitch.Step;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The engine's process: started on a disk by replay, as {@code run} does, stepped one event at a time, dead at any step. What it has in memory goes with
 * it.
 */
public final class EngineProcess {
    /** Times nothing, and so may serve any number of engines. */
    public static final LatencyRecorder NOT_TIMED = new LatencyRecorder(0);

    private final Disk disk;
    private final Supplier<EngineSetup> setups;
    private final Parts parts;
    private final boolean syncBeforeSend;
    private final LongSupplier clock;
    private @Nullable Engine engine;
    private @Nullable EventPublisher publisher;
    private int generation;
    private long published;

    /**
     * A process that has not started.
     *
     * @param setups makes the same set-up each time, with strategies of its own
     * @param parts what it is connected to
     * @param syncBeforeSend whether the logs are synced before a command may leave
     * @param clock the host's clock, UTC, nanoseconds
     */
    public EngineProcess(
            Disk disk, Supplier<EngineSetup> setups, Parts parts, boolean syncBeforeSend, LongSupplier clock) {
        this.disk = disk;
        this.setups = setups;
        this.parts = parts;
        this.syncBeforeSend = syncBeforeSend;
        this.clock = clock;
    }

    /**
     * What a process is connected to.
     *
     * @param line takes its commands
     * @param workmanship how its parts are made
     * @param observer watches it
     * @param onDeath told that it died
     */
    public record Parts(OrderGateway line, Workmanship workmanship, MachineObserver observer, Runnable onDeath) {}

    /** Whether it runs. */
    public boolean isUp() {
        return publisher != null;
    }

    /** Number of the run, from 1: answers to an earlier one reach nobody. */
    public int generation() {
        return generation;
    }

    /** Events published to it so far, over all its runs. */
    public long published() {
        return published;
    }

    /** The disk it is on. */
    public Disk disk() {
        return disk;
    }

    /** The engine; only while it runs. */
    public Engine engine() {
        Engine running = engine;
        if (running == null) {
            throw new IllegalStateException("the process does not run");
        }
        return running;
    }

    /**
     * Starts it, unless it is killed.
     *
     * @param resetWaits whether an operator's reset waits to be carried out
     * @return whether it runs
     */
    public boolean start(boolean resetWaits) {
        parts.workmanship().starting(disk);
        return startOn(resetWaits || parts.workmanship().forgetsKill());
    }

    private boolean startOn(boolean resetWaits) {
        if (disk.latches().isAnySet() && !resetWaits) {
            parts.observer().onLatched();
            return false;
        }
        generation++;
        Engine fresh = new Engine(setups.get(), new Counters(), NOT_TIMED);
        try {
            fresh.replay(disk.inputs().records(), disk.decisions().records());
        } catch (RuntimeException failure) {
            parts.observer().onFailedStart(failure);
            return false;
        }
        boolean killed = fresh.risk().states().get(ScopeKind.ENGINE, 0).value() >= TradingState.KILL.value();
        if (killed && !resetWaits) {
            disk.latches().set();
            parts.observer().onLatched();
            return false;
        }
        goLive(fresh);
        return isUp();
    }

    /** Hands it one record; time is the host's. Nothing happens while it does not run. */
    public void publish(byte[] record) {
        EventPublisher to = publisher;
        if (to == null) {
            return;
        }
        published++;
        alive(() -> {
            EngineEvent event = to.claim();
            event.copyFrom(new UnsafeBuffer(record), 0, record.length);
            event.complete(record.length, clock.getAsLong());
            to.publish(event);
            engine().settle(to);
        });
    }

    /** It dies between two events. */
    public void die(String where) {
        if (isUp()) {
            engine = null;
            publisher = null;
            disk.steps().disarm();
            parts.observer().onDied(where);
            parts.onDeath().run();
        }
    }

    private void goLive(Engine fresh) {
        Workmanship made = parts.workmanship();
        engine = fresh;
        fresh.listen(event -> parts.observer().onEvent(event, fresh));
        alive(() -> {
            publisher = fresh.step(new EngineOutputs(
                    made.inputs(disk.inputs()),
                    made.decisions(disk.decisions()),
                    made.gateway(this::send),
                    made.latch(disk.latches()),
                    syncBeforeSend));
            parts.observer().onStarted(fresh);
        });
    }

    private void send(OrderCommandDecoder command) {
        disk.steps().step(Step.BEFORE_SEND);
        parts.observer().onSend(command);
        parts.line().send(command);
        disk.steps().step(Step.AFTER_SEND);
    }

    private void alive(Runnable work) {
        try {
            work.run();
        } catch (ProcessDied death) {
            died(death.getMessage());
        } catch (UncheckedIOException refused) {
            died("SYNC_FAILED");
        } catch (RuntimeException failure) {
            parts.observer().onFailure(failure);
            died("FAILURE");
        }
    }

    private void died(@Nullable String where) {
        engine = null;
        publisher = null;
        disk.steps().disarm();
        parts.observer().onDied(String.valueOf(where));
        parts.onDeath().run();
    }
}
