package io.lockstep.launcher.swarm.invariant;

import io.lockstep.engine.Engine;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.launcher.swarm.machine.Disk;
import io.lockstep.launcher.swarm.machine.EngineProcess;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import org.jspecify.annotations.Nullable;

/**
 * I10: every start takes the journal in and must find its decisions again, checked record by record with sequence, checksum and chain; in the end one
 * more engine does, which is given nothing to send with, and must stand where the live one stands.
 */
final class ReplayChecker implements WorldObserver {
    private final Findings findings;
    private @Nullable World world;

    ReplayChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onStarted(Engine engine) {
        findings.require(Invariant.I10, true, () -> "");
    }

    @Override
    public void onFailedStart(RuntimeException failure) {
        findings.violated(Invariant.I10, "the past could not be taken in: " + failure.getMessage());
    }

    @Override
    public void onFailure(RuntimeException failure) {
        findings.violated(Invariant.I17, "a handler threw: " + failure);
    }

    @Override
    public void onEnd() {
        World seen = world;
        if (seen == null || !seen.process().isUp()) {
            return;
        }
        Engine live = seen.process().engine();
        Disk disk = seen.process().disk();
        Engine replayed = new Engine(seen.freshSetup(), new Counters(), EngineProcess.NOT_TIMED);
        try {
            replayed.replay(disk.inputs().records(), disk.decisions().records());
        } catch (RuntimeException failure) {
            findings.violated(Invariant.I10, "the journal does not replay: " + failure.getMessage());
            return;
        }
        boolean same = replayed.stateHash() == live.stateHash() && replayed.decisionHash() == live.decisionHash();
        findings.require(
                Invariant.I10,
                same,
                () -> "the replay ends elsewhere: state=" + Long.toHexString(replayed.stateHash()) + ", live="
                        + Long.toHexString(live.stateHash()));
    }
}
