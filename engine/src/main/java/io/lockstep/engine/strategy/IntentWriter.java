package io.lockstep.engine.strategy;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.OrderCommands;
import io.lockstep.engine.order.OrderIds;
import io.lockstep.engine.sbe.AlertEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.SignalEncoder;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes what strategies ask for into the event they were shown, and gives orders their ids. An event has room for a bounded number;
 * what finds none is counted and refused.
 */
final class IntentWriter {
    /** Id given to an order that found no room; never a real one. */
    static final long NO_ROOM = 0;

    private static final int MOST_DETAIL_BYTES = 800;

    private final Counters counters;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderCommandEncoder command = new OrderCommandEncoder();
    private final SignalEncoder signal = new SignalEncoder();
    private final AlertEncoder alert = new AlertEncoder();
    private final TradingStateChangeEncoder stateChange = new TradingStateChangeEncoder();
    private @Nullable EngineEvent event;
    private int orders;
    private boolean holdingBack;

    IntentWriter(Counters counters) {
        this.counters = counters;
    }

    /** Starts on the next event. */
    void begin(EngineEvent next) {
        event = next;
        orders = 0;
    }

    /** Strategies only warm up: what they ask for is counted and goes nowhere. */
    void holdBack(boolean hold) {
        holdingBack = hold;
    }

    /** Starts an order command with everything set but what the caller knows; null when there is no room. */
    @Nullable
    OrderCommandEncoder begin(OrderAction action, int accountId, int strategyId, int instrumentId) {
        EngineEvent current = current();
        RecordBuffer intents = current.intents();
        if (holdingBack) {
            counters.add(Counter.HELD_BACK, 1);
            return null;
        }
        if (!intents.hasRoom() || orders == OrderIds.PER_STRATEGIES) {
            counters.add(Counter.INTENTS_OVERFLOWED, 1);
            return null;
        }
        counters.add(Counter.INTENTS, 1);
        long orderId = OrderIds.of(current.sequence(), orders++);
        command.wrapAndApplyHeader(intents.buffer(), intents.claim() + MESSAGE_OFFSET, header)
                .causeSequence(current.sequence())
                .orderId(orderId)
                .originalOrderId(FixedPoint.NULL)
                .accountId(accountId)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .action(action)
                .side(Side.NONE)
                .orderType(OrderType.MARKET)
                .timeInForce(TimeInForce.GTC)
                .quantity(0)
                .reason("");
        return OrderCommands.blankOptional(command);
    }

    /** Completes the command begun last. */
    long commit(long orderId) {
        current().intents().commit(command.limit(), current().timeNs());
        return orderId;
    }

    /** Id of the command begun last. */
    long lastOrderId() {
        return OrderIds.of(current().sequence(), orders - 1);
    }

    void signal(int strategyId, int instrumentId, Side side, double score, long price, String reason) {
        RecordBuffer intents = current().intents();
        if (holdingBack) {
            counters.add(Counter.HELD_BACK, 1);
            return;
        }
        if (!intents.hasRoom()) {
            counters.add(Counter.INTENTS_OVERFLOWED, 1);
            return;
        }
        counters.add(Counter.SIGNALS, 1);
        signal.wrapAndApplyHeader(intents.buffer(), intents.claim() + MESSAGE_OFFSET, header)
                .causeSequence(current().sequence())
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .side(side)
                .score(score)
                .price(price)
                .reason(reason);
        intents.commit(signal.limit(), current().timeNs());
    }

    /** A strategy is stopped: state change and alert, for which there is always room. */
    void strategyStopped(int strategyId, String trigger, String detail) {
        RecordBuffer intents = current().intents();
        stateChange
                .wrapAndApplyHeader(intents.buffer(), intents.claimAlways() + MESSAGE_OFFSET, header)
                .causeSequence(current().sequence())
                .scopeKind(ScopeKind.STRATEGY)
                .scopeId(strategyId)
                .from(TradingState.RUN)
                .to(TradingState.HALT)
                .limitValue(FixedPoint.NULL)
                .actualValue(FixedPoint.NULL)
                .trigger(trigger);
        intents.commit(stateChange.limit(), current().timeNs());
        byte[] text = detail.getBytes(StandardCharsets.UTF_8);
        alert.wrapAndApplyHeader(intents.buffer(), intents.claimAlways() + MESSAGE_OFFSET, header)
                .causeSequence(current().sequence())
                .severity(Severity.CRITICAL)
                .scopeKind(ScopeKind.STRATEGY)
                .scopeId(strategyId)
                .code(trigger)
                .putDetail(text, 0, lengthOfWholeCharacters(text));
        intents.commit(alert.limit(), current().timeNs());
    }

    /** Length of a text cut to what an alert can carry, without cutting a character in two. */
    private static int lengthOfWholeCharacters(byte[] utf8) {
        int length = Math.min(utf8.length, MOST_DETAIL_BYTES);
        while (length > 0 && length < utf8.length && (utf8[length] & 0xC0) == 0x80) {
            length--;
        }
        return length;
    }

    private EngineEvent current() {
        EngineEvent current = event;
        if (current == null) {
            throw new IllegalStateException("no event is being handled");
        }
        return current;
    }
}
