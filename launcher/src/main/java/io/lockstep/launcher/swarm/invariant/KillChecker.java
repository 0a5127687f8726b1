package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.launcher.swarm.machine.Disk;
import io.lockstep.launcher.swarm.machine.SimulatedLog;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import org.jspecify.annotations.Nullable;

/**
 * I8: whether the engine is killed is read off the journal, where only a RESET undoes a KILL, and off the latch. While it is, no new order is decided and
 * none leaves, whatever was started in between. I9: in the end the venue holds none of ours.
 */
final class KillChecker implements WorldObserver {
    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradingStateChangeDecoder change = new TradingStateChangeDecoder();
    private final OperatorCommandDecoder operator = new OperatorCommandDecoder();
    private final OrderCommandDecoder decided = new OrderCommandDecoder();
    private @Nullable World world;
    private boolean killed;
    private int pardoned;

    KillChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onStarted(Engine engine) {
        boolean before = killed;
        killed = false;
        SimulatedLog decisions = disk().decisions();
        for (long place = 1; place <= decisions.lastSequence(); place++) {
            int offset = decisions.offset(place);
            if (RecordLayout.templateId(decisions.buffer(), offset) == TradingStateChangeDecoder.TEMPLATE_ID) {
                change.wrapAndApplyHeader(decisions.buffer(), offset + MESSAGE_OFFSET, header);
                note();
            }
        }
        boolean stands = engine.risk().states().get(ScopeKind.ENGINE, 0).value() >= TradingState.KILL.value();
        findings.require(
                Invariant.I8,
                stands == killed,
                () -> "a start changed what the journal says of the kill: journal killed=" + killed + ", engine="
                        + stands + ", before=" + before);
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        boolean reset = false;
        if (event.templateId() == OperatorCommandDecoder.TEMPLATE_ID) {
            operator.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            reset = operator.action() == OperatorAction.RESET && operator.nonce() > 0;
        }
        if (reset && world != null && engine.risk().states().get(ScopeKind.ENGINE, 0) == TradingState.RUN) {
            pardoned = world.kills();
        }
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            int template = RecordLayout.templateId(made.buffer(), offset);
            if (template == TradingStateChangeDecoder.TEMPLATE_ID) {
                change.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                boolean wasKilled = killed;
                note();
                boolean allowed = killed || !wasKilled || reset;
                findings.require(
                        Invariant.I8, allowed, () -> "un-killed without a reset: sequence=" + event.sequence());
            } else if (template == OrderCommandDecoder.TEMPLATE_ID) {
                decided.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                findings.require(
                        Invariant.I8,
                        !killed || !isAdding(decided),
                        () -> "new order decided while killed: sequence=" + event.sequence());
            }
        }
    }

    @Override
    public void onSend(OrderCommandDecoder command) {
        boolean stopped = disk().latches().isSet() || world != null && world.kills() > pardoned;
        findings.require(
                Invariant.I8,
                !isAdding(command) || !stopped,
                () -> "order left although killed: order=" + command.orderId());
    }

    @Override
    public void onRecovered() {
        checkEmpty("a minute after the faults");
    }

    @Override
    public void onEnd() {
        checkEmpty("at the end");
    }

    private void checkEmpty(String when) {
        World seen = world;
        if (seen == null || !killed && !disk().latches().isAnySet()) {
            return;
        }
        long open =
                seen.ledger().open().stream().filter(each -> !each.isForeign()).count();
        findings.require(
                Invariant.I9,
                open == 0,
                () -> "killed, and orders are open at the venue " + when + ": open=" + open + ", first="
                        + seen.ledger().open().stream()
                                .filter(each -> !each.isForeign())
                                .findFirst()
                                .map(VenueOrder::currentId)
                                .orElse(0L));
    }

    private void note() {
        if (change.scopeKind() == ScopeKind.ENGINE) {
            killed = change.to().value() >= TradingState.KILL.value();
        }
    }

    private static boolean isAdding(OrderCommandDecoder command) {
        return command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE;
    }

    private Disk disk() {
        World seen = world;
        if (seen == null) {
            throw new IllegalStateException("no world yet");
        }
        return seen.process().disk();
    }
}
