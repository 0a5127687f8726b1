package io.lockstep.launcher.swarm.world;

import io.lockstep.engine.port.OrderGateway;
import io.lockstep.launcher.swarm.fault.FaultDice;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.line.Inbox;
import io.lockstep.launcher.swarm.machine.Agenda;
import io.lockstep.launcher.swarm.machine.Disk;
import io.lockstep.launcher.swarm.machine.EngineProcess;
import io.lockstep.launcher.swarm.machine.Workmanship;

/** The machine the process runs on: its clock, its pauses, and whoever starts the process again after it died. */
final class Host implements Inbox {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long LONGEST_PAUSE_NS = 30 * SECOND;
    private static final int MOST_STEPS_TO_DEATH = 8;

    private final Agenda agenda;
    private final FaultDice dice;
    private final boolean powerSafe;
    private final Workmanship workmanship;
    private final WorldObserver observer;
    private final EngineProcess process;
    private Runnable onStart = () -> {};
    private Runnable onDeath = () -> {};
    private long clockOffsetNs;
    private long pausedUntilNs;
    private int starting;

    Host(
            Agenda agenda,
            FaultDice dice,
            WorldSetup setup,
            OrderGateway line,
            Workmanship workmanship,
            WorldObserver observer) {
        this.agenda = agenda;
        this.dice = dice;
        this.workmanship = workmanship;
        this.observer = observer;
        powerSafe = setup.plan().has(Feature.POWER_SAFE);
        Disk disk = new Disk();
        disk.syncFails(() -> dice.strikes(Feature.SYNC_FAILURE));
        process = new EngineProcess(
                disk,
                () -> setup.build(workmanship),
                new EngineProcess.Parts(line, workmanship, observer, this::died),
                powerSafe,
                this::clockNs);
    }

    /** Tells when the process has started and when it has died. */
    void listen(Runnable started, Runnable died) {
        onStart = started;
        onDeath = died;
    }

    EngineProcess process() {
        return process;
    }

    @Override
    public int generation() {
        return process.generation();
    }

    @Override
    public long clockNs() {
        return agenda.nowNs() + clockOffsetNs;
    }

    /** The host's clock less the true time, nanoseconds. */
    long clockOffsetNs() {
        return clockOffsetNs;
    }

    void clockOffsetNs(long offsetNs) {
        clockOffsetNs = offsetNs;
    }

    @Override
    public void deliver(int generation, byte[] record) {
        if (generation != process.generation() || !process.isUp()) {
            return;
        }
        if (agenda.nowNs() < pausedUntilNs) {
            agenda.at(pausedUntilNs, () -> deliver(generation, record));
            return;
        }
        if (dice.strikes(Feature.PAUSE)) {
            pausedUntilNs = agenda.nowNs() + dice.upTo(Feature.PAUSE, LONGEST_PAUSE_NS);
        }
        if (dice.strikes(Feature.CRASH)) {
            process.disk().steps().arm(1 + dice.upTo(Feature.CRASH, MOST_STEPS_TO_DEATH));
        }
        byte[] made = workmanship.inbound(record);
        if (made != null) {
            observer.onDelivery(made);
            process.publish(made);
        }
    }

    /** Starts the process after a while, unless it is killed. */
    void startIn(long delayNs, boolean resetWaits) {
        int mine = ++starting;
        agenda.after(delayNs, () -> {
            if (mine == starting && !process.isUp() && process.start(resetWaits)) {
                onStart.run();
            }
        });
    }

    /** Faults are over: whatever kept the host from working is gone. */
    void heal() {
        clockOffsetNs = 0;
        process.disk().steps().disarm();
        if (!process.isUp()) {
            startIn(SECOND, false);
        }
    }

    private void died() {
        Disk disk = process.disk();
        if (powerSafe && dice.strikes(Feature.POWER_LOSS)) {
            long durable = disk.inputs().durableSequence();
            disk.losePower(durable + dice.upTo(Feature.POWER_LOSS, disk.inputs().lastSequence() - durable + 1));
        }
        if (dice.strikes(Feature.LATCH_LOSS)) {
            if (dice.coin(Feature.LATCH_LOSS)) {
                disk.latches().loseControlFile();
            } else {
                disk.latches().loseFolder();
            }
        }
        pausedUntilNs = 0;
        onDeath.run();
        startIn(300 * MS + dice.upTo(Feature.CRASH, 4 * SECOND), false);
    }
}
