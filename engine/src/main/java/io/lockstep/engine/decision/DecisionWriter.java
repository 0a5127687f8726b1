package io.lockstep.engine.decision;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderCommands;
import io.lockstep.engine.order.OrderIds;
import io.lockstep.engine.sbe.AlertEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderOutcomeEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes the risk handler's own decisions into the event that caused them. Alerts and steps on the ladder always find room; commands are bounded, so
 * ask {@link #hasRoom} and go on with the next event.
 *
 * <p>Ids of its commands come from the upper half of the event's, from the top.
 */
public final class DecisionWriter {
    private static final int MOST_DETAIL = 700;

    private final CriticalAlerts critical = new CriticalAlerts();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final AlertEncoder alert = new AlertEncoder();
    private final TradingStateChangeEncoder change = new TradingStateChangeEncoder();
    private final OrderOutcomeEncoder outcome = new OrderOutcomeEncoder();
    private final OrderCommandEncoder command = new OrderCommandEncoder();
    private final OrderCommandDecoder written = new OrderCommandDecoder();
    private @Nullable EngineEvent event;
    private int ids;
    private int message;

    /** The critical alerts nobody is known to have. */
    public CriticalAlerts critical() {
        return critical;
    }

    /** Starts on the next event. */
    public void begin(EngineEvent next) {
        event = next;
        ids = 0;
    }

    /** Whether the event has room for one more command. */
    public boolean hasRoom() {
        return ids < OrderIds.PER_SWEEP && current().decisions().hasRoom();
    }

    /** Raises an alert; the detail is one sentence with the numbers. */
    public void alert(Severity severity, ScopeKind scope, int scopeId, String code, String detail) {
        RecordBuffer decisions = current().decisions();
        byte[] text = detail.getBytes(StandardCharsets.US_ASCII);
        alert.wrapAndApplyHeader(decisions.buffer(), decisions.claimAlways() + MESSAGE_OFFSET, header)
                .causeSequence(current().sequence())
                .severity(severity)
                .scopeKind(scope)
                .scopeId(scopeId)
                .code(code)
                .putDetail(text, 0, Math.min(text.length, MOST_DETAIL));
        decisions.commit(alert.limit(), current().timeNs());
        if (severity == Severity.CRITICAL) {
            critical.raised(current().sequence(), current().timeNs());
        }
    }

    /** Journals a step on the ladder. */
    public void stateChange(
            ScopeKind scope, int scopeId, TradingState from, TradingState to, String trigger, long limit, long actual) {
        RecordBuffer decisions = current().decisions();
        change.wrapAndApplyHeader(decisions.buffer(), decisions.claimAlways() + MESSAGE_OFFSET, header)
                .causeSequence(current().sequence())
                .scopeKind(scope)
                .scopeId(scopeId)
                .from(from)
                .to(to)
                .limitValue(limit)
                .actualValue(actual)
                .trigger(trigger);
        decisions.commit(change.limit(), current().timeNs());
    }

    /** Settles an order and has its strategy told. */
    public void outcome(Order order, ExecType type, String reason) {
        RecordBuffer decisions = current().decisions();
        outcome.wrapAndApplyHeader(decisions.buffer(), decisions.claimAlways() + MESSAGE_OFFSET, header)
                .causeSequence(current().sequence())
                .orderId(order.orderId())
                .accountId(order.accountId())
                .strategyId(order.strategyId())
                .instrumentId(order.instrumentId())
                .execType(type)
                .side(order.side())
                .price(order.price())
                .quantity(order.quantity())
                .cumQty(order.cumQty())
                .reason(reason);
        decisions.commit(outcome.limit(), current().timeNs());
    }

    /** Starts a command about an order: a query or a cancel. Complete it with {@link #commit}. */
    public OrderCommandEncoder about(Order order, OrderAction action, String reason) {
        return begin(action, order.accountId(), order.strategyId(), order.instrumentId(), reason)
                .originalOrderId(order.orderId())
                .side(order.side())
                .orderType(order.orderType())
                .timeInForce(order.timeInForce())
                .quantity(order.quantity());
    }

    /** Starts a command with everything set but what the caller knows, under an id of its own. Complete it with {@link #commit}. */
    public OrderCommandEncoder begin(
            OrderAction action, int accountId, int strategyId, int instrumentId, String reason) {
        EngineEvent current = current();
        message = current.decisions().claimAlways() + MESSAGE_OFFSET;
        command.wrapAndApplyHeader(current.decisions().buffer(), message, header)
                .causeSequence(current.sequence())
                .orderId(OrderIds.of(current.sequence(), OrderIds.PER_EVENT - 1 - ids++))
                .originalOrderId(FixedPoint.NULL)
                .accountId(accountId)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .action(action)
                .side(Side.NONE)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.GTC)
                .quantity(0)
                .reason(reason);
        OrderCommands.blankOptional(command);
        return command;
    }

    /** The command begun last as it stands, to be judged or booked. */
    public OrderCommandDecoder draft() {
        return written.wrapAndApplyHeader(current().decisions().buffer(), message, headerDecoder);
    }

    /** Completes the command begun last; it will be journaled and sent. Without this it is as if it had never been begun. */
    public OrderCommandDecoder commit() {
        current().decisions().commit(command.limit(), current().timeNs());
        return draft();
    }

    /** Sequence of the event at hand. */
    public long sequence() {
        return current().sequence();
    }

    /** The event at hand. */
    public EngineEvent current() {
        EngineEvent current = event;
        if (current == null) {
            throw new IllegalStateException("no event is being handled");
        }
        return current;
    }
}
