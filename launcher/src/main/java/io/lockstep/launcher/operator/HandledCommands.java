package io.lockstep.launcher.operator;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sees on the engine thread what became of each operator's command. Those of the past are remembered by their nonce, so that a request whose
 * answer was lost with the process is not carried out twice.
 */
final class HandledCommands implements EngineListener {
    private static final int MOST_WAITING = 1_024;

    private final Counters counters;
    private final Map<Long, Long> past = new LinkedHashMap<>();
    private final ManyToOneConcurrentArrayQueue<Handled> handled = new ManyToOneConcurrentArrayQueue<>(MOST_WAITING);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final TradingStateChangeDecoder change = new TradingStateChangeDecoder();
    private volatile long timeNs;
    private volatile boolean live;
    private volatile @Nullable String killedBy;
    private long refusedBefore;

    HandledCommands(Counters counters) {
        this.counters = counters;
    }

    /**
     * A command the engine is through with.
     *
     * @param refused whether the engine did not allow it
     */
    record Handled(long nonce, long sequence, boolean refused, String detail) {}

    @Override
    public void onEvent(EngineEvent event) {
        timeNs = Math.max(timeNs, event.timeNs());
        if (event.decisions().count() > 0) {
            lookForKill(event.decisions());
        }
        if (event.templateId() == OperatorCommandDecoder.TEMPLATE_ID) {
            onCommand(event);
        }
    }

    /** What killed the engine, as the journal names it; null while it is not killed. Any thread. */
    @Nullable
    String killedBy() {
        return killedBy;
    }

    private void lookForKill(RecordBuffer made) {
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            if (RecordLayout.templateId(made.buffer(), offset) == TradingStateChangeDecoder.TEMPLATE_ID) {
                change.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                if (change.scopeKind() == ScopeKind.ENGINE) {
                    killedBy = change.to().value() >= TradingState.KILL.value() ? change.trigger() : null;
                }
            }
        }
    }

    /** The past is taken in: what comes now is told. */
    void goLive() {
        live = true;
    }

    /** The engine's time, UTC, nanoseconds. Any thread. */
    long timeNs() {
        return timeNs;
    }

    /** Sequences of the past's commands by nonce; before {@link #goLive}, or for who called it. */
    Map<Long, Long> past() {
        return past;
    }

    /** The next command that was handled; null if there is none. */
    @Nullable
    Handled poll() {
        return handled.poll();
    }

    private void onCommand(EngineEvent event) {
        command.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        long refusedNow = counters.get(Counter.COMMANDS_REFUSED);
        boolean refused = refusedNow != refusedBefore;
        refusedBefore = refusedNow;
        long nonce = command.nonce();
        if (live) {
            OperatorAction action = command.action();
            handled.offer(new Handled(nonce, event.sequence(), refused, describe(action, refused, event.decisions())));
        } else {
            past.put(nonce, event.sequence());
        }
    }

    private String describe(OperatorAction action, boolean refused, RecordBuffer made) {
        if (refused) {
            return "not allowed in this state, or about something that is not there: action=" + action;
        }
        StringBuilder text = new StringBuilder();
        int cancels = 0;
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            int templateId = RecordLayout.templateId(made.buffer(), offset);
            cancels += templateId == OrderCommandDecoder.TEMPLATE_ID ? 1 : 0;
            if (templateId == TradingStateChangeDecoder.TEMPLATE_ID) {
                change.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                text.append(change.from()).append(" to ").append(change.to()).append(", ");
            }
        }
        return text.append("commands sent at once: ").append(cancels).toString();
    }
}
