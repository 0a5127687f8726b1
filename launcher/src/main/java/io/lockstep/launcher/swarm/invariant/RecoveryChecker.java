package io.lockstep.launcher.swarm.invariant;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import io.lockstep.launcher.swarm.world.WorldSetup;
import org.jspecify.annotations.Nullable;

/** I15: a minute after the faults it runs with equal books, or a scope stands lower with a reason in the journal. I17: what is open stays bounded. */
final class RecoveryChecker implements WorldObserver {
    private static final int ACCOUNT = 0;

    private final Findings findings;
    private @Nullable World world;

    RecoveryChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        int open = engine.risk().orders().openCount();
        findings.require(
                Invariant.I17,
                open <= WorldSetup.MAX_OPEN_ORDERS,
                () -> "open orders: engine=" + open + ", limit=" + WorldSetup.MAX_OPEN_ORDERS);
    }

    @Override
    public void onRecovered() {
        World seen = world;
        if (seen == null) {
            return;
        }
        if (!seen.process().isUp()) {
            findings.require(
                    Invariant.I15,
                    seen.process().disk().latches().isAnySet(),
                    () -> "the process is down and no latch is set");
            return;
        }
        GateState gate = seen.process().engine().risk().gateState();
        Readiness readiness = gate.readiness();
        int unknown = gate.exposure().total().unknownOrders();
        boolean runs =
                readiness.isReconciled(ACCOUNT) && readiness.userData(ACCOUNT) == ConnectionState.READY && unknown == 0;
        findings.require(
                Invariant.I15,
                runs || isStopped(gate.states()),
                () -> "neither runs nor says why: reconciled=" + readiness.isReconciled(ACCOUNT) + ", stream="
                        + readiness.userData(ACCOUNT) + ", unknown=" + unknown);
    }

    @Override
    public void onEnd() {
        if (world != null && world.process().isUp()) {
            int unknown = world.process()
                    .engine()
                    .risk()
                    .gateState()
                    .exposure()
                    .total()
                    .unknownOrders();
            findings.require(Invariant.I15, unknown == 0, () -> "outcomes are unknown in the end: orders=" + unknown);
        }
    }

    private static boolean isStopped(TradingStates states) {
        boolean[] stopped = new boolean[1];
        states.forEach((scope, id, state) -> stopped[0] = true);
        return stopped[0];
    }
}
