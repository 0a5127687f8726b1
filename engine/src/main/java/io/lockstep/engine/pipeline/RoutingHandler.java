package io.lockstep.engine.pipeline;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.sbe.OrderOutcomeDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import org.agrona.MutableDirectBuffer;

/**
 * Journals every decision, then sends the orders among them. The last step before the socket reads the kill latch, and a kill decided by the
 * engine itself sets it; denials and local refusals go back into the ring.
 *
 * <p>While a journal is replayed it journals into what compares, sends nothing and tells nothing: the recorded inputs already hold what
 * followed.
 */
public final class RoutingHandler implements EventStage {
    private static final long NS_PER_MS = 1_000_000;

    private final Counters counters;
    private final RecordChain chain;
    private final DecisionHash decisionHash = new DecisionHash();
    private final FeedbackQueue feedback;
    private final CheckpointWriter checkpoints = new CheckpointWriter();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final EpochOpeningDecoder opening = new EpochOpeningDecoder();
    private final OrderDeniedDecoder denied = new OrderDeniedDecoder();
    private final OrderOutcomeDecoder outcome = new OrderOutcomeDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final TradingStateChangeDecoder stateChange = new TradingStateChangeDecoder();
    private EventLog decisions;
    private OrderGateway gateway = ignored -> {};
    private EventPublisher publisher = NoPublisher.INSTANCE;
    private KillLatch latch = KillLatch.NEVER;
    private Durability durability = Durability.NONE;
    private boolean live;

    /**
     * A handler that compares or records, and does not send until {@link #goLive}.
     *
     * @param decisions where decisions are kept
     */
    public RoutingHandler(EventLog decisions, Counters counters) {
        this.decisions = decisions;
        this.counters = counters;
        chain = new RecordChain(decisions.lastSequence(), decisions.lastChain());
        feedback = new FeedbackQueue(counters);
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (!live && isFeedback(event)) {
            feedback.settle(event);
        }
        if (event.templateId() == EpochOpeningDecoder.TEMPLATE_ID) {
            opened(event);
        }
        RecordBuffer made = event.decisions();
        if (made.count() > 0) {
            journal(made);
            act(made, event.timeNs());
        }
        if (event.isCheckpoint()) {
            checkpoints.write(event, decisionHash);
            append(checkpoints.records().buffer(), 0);
        }
        if (live && !feedback.isEmpty()) {
            feedback.flush(publisher);
        }
        counters.add(Counter.EVENTS, 1);
    }

    /** Goes on where its log stands now: a past that does not begin with the first record of all. */
    public void resume() {
        chain.reset(decisions.lastSequence(), decisions.lastChain());
    }

    /** Goes on with the count and the hash of the epoch before. */
    private void opened(EngineEvent event) {
        opening.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        decisionHash.continueFrom(opening.decisions(), opening.decisionHash());
    }

    /** Rolling hash of all decisions so far, checkpoints not counted. */
    public long decisionHash() {
        return decisionHash.value();
    }

    /** Number of decisions so far, checkpoints not counted. */
    public long decisionCount() {
        return decisionHash.count();
    }

    /** From now on decisions are recorded in {@code log} and sent. The log must have come equally far. */
    public void goLive(
            EventLog log, OrderGateway venue, EventPublisher feedbackTo, KillLatch killLatch, Durability beforeSend) {
        if (log.lastSequence() != chain.sequence() || log.lastChain() != chain.value()) {
            throw new IllegalStateException(
                    "decision log stands elsewhere: sequence=" + log.lastSequence() + ", expected=" + chain.sequence());
        }
        decisions = log;
        gateway = venue;
        publisher = feedbackTo;
        latch = killLatch;
        durability = beforeSend;
        live = true;
    }

    /** Publishes the feedback that waits; for a driver that publishes between events itself. */
    public void flushFeedback(EventPublisher to) {
        feedback.flush(to);
    }

    /** Whether feedback waits for room in the ring. */
    public boolean hasFeedback() {
        return !feedback.isEmpty();
    }

    /** Whether an input is what a decision of ours led to, and not the latch or a gateway. */
    private boolean isFeedback(EngineEvent event) {
        if (event.templateId() == DenialFeedbackDecoder.TEMPLATE_ID) {
            return true;
        }
        if (event.templateId() != ExecutionReportDecoder.TEMPLATE_ID) {
            return false;
        }
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return report.source() == ReportSource.LOCAL
                && switch (report.execType()) {
                    case ACCEPTED, TRIGGERED, CANCELED, PRESUMED_ABSENT, STATUS -> true;
                    default -> false;
                };
    }

    private void journal(RecordBuffer made) {
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            decisionHash.add(made.buffer(), offset);
            append(made.buffer(), offset);
            counters.add(Counter.DECISIONS, 1);
        }
    }

    private void append(MutableDirectBuffer buffer, int offset) {
        chain.seal(buffer, offset);
        decisions.append(buffer, offset, RecordLayout.length(buffer, offset));
    }

    private void act(RecordBuffer made, long timeNs) {
        boolean durable = false;
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            switch (RecordLayout.templateId(made.buffer(), offset)) {
                case OrderDeniedDecoder.TEMPLATE_ID -> {
                    denied.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                    feedback.denied(denied, timeNs);
                }
                case OrderOutcomeDecoder.TEMPLATE_ID -> {
                    outcome.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                    feedback.settled(outcome, timeNs);
                }
                case TradingStateChangeDecoder.TEMPLATE_ID -> {
                    stateChange.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                    tripIfKilled(timeNs);
                }
                case OrderCommandDecoder.TEMPLATE_ID -> {
                    command.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                    if (live && !command.flags().held()) {
                        if (!durable) {
                            durability.beforeSend();
                            durable = true;
                        }
                        send(timeNs);
                    }
                }
                default -> {}
            }
        }
    }

    /** What killed the engine must hold through restarts, and for what else in this event would leave. */
    private void tripIfKilled(long timeNs) {
        boolean killed =
                stateChange.scopeKind() == ScopeKind.ENGINE && stateChange.to().value() >= TradingState.KILL.value();
        if (live && killed) {
            latch.trip(timeNs / NS_PER_MS);
        }
    }

    private void send(long timeNs) {
        boolean adds = command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE;
        if (adds && latch.isSet()) {
            counters.add(Counter.LATCHED, 1);
            feedback.refused(command, "KILL_LATCH", timeNs);
            return;
        }
        counters.add(Counter.SENT, 1);
        gateway.send(command);
    }

    /** What has to happen before a command may leave. */
    public interface Durability {
        /** Nothing: the journal survives the death of the process, not of the machine. */
        Durability NONE = () -> {};

        /** Returns when everything journaled so far may be relied on. */
        void beforeSend();
    }
}
