package io.lockstep.launcher.swarm.machine;

import io.lockstep.engine.event.RecordLayout;
import java.util.function.BooleanSupplier;

/** The journal's two logs and the copies of the kill latch: all that outlives the process. */
public final class Disk {
    private final CrashSwitch steps = new CrashSwitch();
    private final SimulatedLog inputs = new SimulatedLog(steps);
    private final SimulatedLog decisions = new SimulatedLog(steps);
    private final LatchCopies latches = new LatchCopies();

    /** A copy of what a disk held when its logs ended so, as a crash may leave it; no latch is set. */
    public static Disk cut(Disk other, long inputs, long decisions) {
        Disk copy = new Disk();
        copy.inputs.copyFrom(other.inputs, inputs);
        copy.decisions.copyFrom(other.decisions, decisions);
        return copy;
    }

    /** Where the process can die. */
    public CrashSwitch steps() {
        return steps;
    }

    /** The inputs. */
    public SimulatedLog inputs() {
        return inputs;
    }

    /** The decisions. */
    public SimulatedLog decisions() {
        return decisions;
    }

    /** The latch's copies. */
    public LatchCopies latches() {
        return latches;
    }

    /** Asked at each sync whether the device refuses. */
    public void syncFails(BooleanSupplier refuses) {
        inputs.syncFails(refuses);
        decisions.syncFails(refuses);
    }

    /**
     * Loses what was not synced: inputs behind a sequence go, and with them what they led to.
     *
     * @param lastInput last input that stays, not before the last one synced
     */
    public void losePower(long lastInput) {
        inputs.cutBehind(Math.max(lastInput, inputs.durableSequence()));
        long kept = decisions.lastSequence();
        while (kept > decisions.durableSequence() && cause(kept) > inputs.lastSequence()) {
            kept--;
        }
        decisions.cutBehind(kept);
    }

    /** A number over everything stored; equal runs have equal ones. */
    public long hash() {
        return inputs.hash() * 1_000_003 + decisions.hash();
    }

    /** The input a decision followed from. */
    public long cause(long decision) {
        return decisions.buffer().getLong(decisions.offset(decision) + RecordLayout.BODY_OFFSET);
    }
}
