package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import org.jspecify.annotations.Nullable;

/**
 * I15: a minute after the faults it runs with equal books; or a scope stands lower, or the last comparison found a difference, and the journal says so.
 * I17: what is open stays bounded.
 */
final class RecoveryChecker implements WorldObserver {
    private static final int ACCOUNT = 0;
    private static final long REASON_HOLDS_NS = 65_000_000_000L;

    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AlertDecoder alert = new AlertDecoder();
    private @Nullable World world;
    private long saidWhyNs;

    RecoveryChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        noteReasons(event);
        World seen = world;
        int open = engine.risk().orders().openCount();
        int most = seen == null ? 0 : seen.setup().maxOpenOrders();
        findings.require(Invariant.I17, open <= most, () -> "open orders: engine=" + open + ", limit=" + most);
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
                runs || isStopped(gate.states()) || seen.nowNs() - saidWhyNs <= REASON_HOLDS_NS,
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

    /** Books that differ keep orders from leaving, and each comparison says so. */
    private void noteReasons(EngineEvent event) {
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            if (RecordLayout.templateId(made.buffer(), offset) == AlertDecoder.TEMPLATE_ID && world != null) {
                alert.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                if (alert.code().endsWith("_DIFFERS") || alert.code().endsWith("_MISSING")) {
                    saidWhyNs = world.nowNs();
                }
            }
        }
    }

    private static boolean isStopped(TradingStates states) {
        boolean[] stopped = new boolean[1];
        states.forEach((scope, id, state) -> stopped[0] = true);
        return stopped[0];
    }
}
