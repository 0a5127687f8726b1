package io.lockstep.engine.risk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderDeniedEncoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.engine.sbe.TradingStateChangeEncoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.List;

/**
 * Holds the account's truth and judges what strategies ask for: each intent becomes a decision, accepted or denied. Owns orders, positions,
 * ledgers, trading states and its own view of the market.
 */
public final class RiskHandler implements EventStage {
    private static final int KEPT_CLOSED_ORDERS = 16_384;

    private final InstrumentTable instruments;
    private final Counters counters;
    private final Market market = Market.ofBestPrices();
    private final TradingStates states = new TradingStates();
    private final OrderTable orders;
    private final Portfolio portfolio;
    private final RiskGate gate;
    private final OrderBooking booking;
    private final OpeningBalances openingBalances;
    private final OperatorControl operator;
    private final CancelSweep sweep;
    private final CarriedBooks carried;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final AccountReportDecoder account = new AccountReportDecoder();
    private final TradingStateChangeDecoder stateChange = new TradingStateChangeDecoder();
    private final TradingStateChangeEncoder stateChangeEncoder = new TradingStateChangeEncoder();
    private final OperatorCommandDecoder operatorCommand = new OperatorCommandDecoder();
    private final OrderDeniedEncoder denied = new OrderDeniedEncoder();
    private long nowNs;

    /**
     * A handler with empty books.
     *
     * @param instruments the run's instruments, this handler's own table
     * @param accounts number of accounts
     * @param strategies number of strategies; their ids run from 1
     */
    public RiskHandler(
            RiskSettings settings, InstrumentTable instruments, int accounts, int strategies, Counters counters) {
        this.instruments = instruments;
        this.counters = counters;
        orders = new OrderTable(settings.maxOpenOrders(), KEPT_CLOSED_ORDERS);
        portfolio = new Portfolio(accounts, strategies, instruments.size(), new Assets());
        gate = new RiskGate(settings, instruments, market, orders, portfolio, states);
        gate.instrumentsChanged();
        booking = new OrderBooking(instruments, orders, portfolio, counters);
        openingBalances = new OpeningBalances(portfolio, counters);
        operator = new OperatorControl(states, counters);
        sweep = new CancelSweep(instruments, orders, booking);
        carried = new CarriedBooks(orders, portfolio, states, openingBalances, sweep, List.of(gate, booking));
    }

    @Override
    public void onEvent(EngineEvent event) {
        nowNs = Math.max(nowNs, event.timeNs());
        market.onEvent(event);
        book(event);
        if (event.templateId() == OperatorCommandDecoder.TEMPLATE_ID) {
            operatorCommand.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            onCommand(event);
        }
        if (event.intents().count() > 0) {
            judge(event);
        }
        sweep.run(event, nowNs);
    }

    /** Takes in what an event says about orders, cash and instruments. */
    private void book(EngineEvent event) {
        switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                booking.reported(report, nowNs);
            }
            case AccountReportDecoder.TEMPLATE_ID -> {
                account.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                openingBalances.onReport(account);
            }
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                instruments.put(Definitions.decode(event.buffer(), MESSAGE_OFFSET));
                gate.instrumentsChanged();
            }
            case EngineStartDecoder.TEMPLATE_ID -> {
                states.draining(false);
                carried.onEvent(event);
            }
            default -> carried.onEvent(event);
        }
    }

    @Override
    public void addTo(StateHash hash) {
        hash.add(states.hash());
        hash.add(portfolio.hash());
        hash.add(orders.openCount());
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            hash.add(order.orderId());
            hash.add(order.state().ordinal());
            hash.add(order.cumQty());
            hash.add(order.leavesQty());
            hash.add(order.price());
            hash.add(order.replacingId());
            hash.add(order.isCancelWanted() ? 1 : 0);
        }
    }

    /** Positions and cash; to be read on this handler's thread, or after the engine has stopped. */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** Orders; to be read on this handler's thread, or after the engine has stopped. */
    public OrderTable orders() {
        return orders;
    }

    /** Trading states; to be read on this handler's thread, or after the engine has stopped. */
    public TradingStates states() {
        return states;
    }

    /** The market as the gate sees it; to be read on this handler's thread, or after the engine has stopped. */
    public Market market() {
        return market;
    }

    /** Books an input of the past without deciding anything. */
    public void takePast(EngineEvent event) {
        nowNs = Math.max(nowNs, event.timeNs());
        book(event);
        event.clearOutputs();
        if (event.templateId() == OperatorCommandDecoder.TEMPLATE_ID) {
            operatorCommand.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            markToCancel();
        }
    }

    /** Takes a decision of the past as made, without judging it again. */
    public void takeDecision(EngineEvent decision) {
        nowNs = Math.max(nowNs, decision.timeNs());
        switch (decision.templateId()) {
            case OrderCommandDecoder.TEMPLATE_ID -> {
                command.wrapAndApplyHeader(decision.buffer(), MESSAGE_OFFSET, header);
                takeCommand();
            }
            case TradingStateChangeDecoder.TEMPLATE_ID -> {
                stateChange.wrapAndApplyHeader(decision.buffer(), MESSAGE_OFFSET, header);
                states.set(stateChange.scopeKind(), stateChange.scopeId(), stateChange.to());
            }
            default -> {}
        }
    }

    private void takeCommand() {
        Order target = command.action() == OrderAction.CANCEL ? orders.find(command.originalOrderId()) : null;
        if (target != null) {
            target.cancelWanted(false);
        }
        if (command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE) {
            gate.sentBefore(nowNs);
        }
        booking.accepted(command, nowNs);
    }

    /** Writes what must outlive an epoch. */
    public void carryTo(CarryWriter writer) {
        carried.carryTo(writer);
    }

    private void onCommand(EngineEvent event) {
        operator.onCommand(operatorCommand, event);
        markToCancel();
        if (operatorCommand.action() == OperatorAction.FLATTEN || operatorCommand.action() == OperatorAction.NULL_VAL) {
            counters.add(Counter.COMMANDS_REFUSED, 1);
        }
    }

    private void markToCancel() {
        switch (operatorCommand.action()) {
            case KILL, CANCEL_ALL, DISABLE_STRATEGY ->
                sweep.mark(OperatorControl.scopeKind(operatorCommand), OperatorControl.scopeId(operatorCommand));
            case DRAIN -> {
                states.draining(true);
                sweep.mark(ScopeKind.ENGINE, 0);
            }
            default -> {}
        }
    }

    private void judge(EngineEvent event) {
        RecordBuffer intents = event.intents();
        applyStops(intents);
        for (int offset = intents.first(); offset < intents.end(); offset = intents.next(offset)) {
            if (RecordLayout.templateId(intents.buffer(), offset) == OrderCommandDecoder.TEMPLATE_ID) {
                judgeCommand(event, offset);
            } else {
                event.decisions().copy(intents, offset);
            }
        }
    }

    /** A strategy that failed is halted before its orders of the same event are judged. */
    private void applyStops(RecordBuffer intents) {
        for (int offset = intents.first(); offset < intents.end(); offset = intents.next(offset)) {
            if (RecordLayout.templateId(intents.buffer(), offset) == TradingStateChangeDecoder.TEMPLATE_ID) {
                stateChange.wrapAndApplyHeader(intents.buffer(), offset + MESSAGE_OFFSET, header);
                TradingState from = states.get(stateChange.scopeKind(), stateChange.scopeId());
                TradingState to = TradingStates.worse(from, stateChange.to());
                states.set(stateChange.scopeKind(), stateChange.scopeId(), to);
                sweep.mark(stateChange.scopeKind(), stateChange.scopeId());
                stateChangeEncoder
                        .wrap(intents.buffer(), offset + RecordLayout.BODY_OFFSET)
                        .from(from)
                        .to(to);
            }
        }
    }

    private void judgeCommand(EngineEvent event, int offset) {
        command.wrapAndApplyHeader(event.intents().buffer(), offset + MESSAGE_OFFSET, header);
        DenyReason reason = gate.check(command, nowNs);
        if (reason != DenyReason.NONE) {
            deny(event, reason);
            return;
        }
        counters.add(Counter.ACCEPTED, 1);
        if (command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE) {
            gate.sent(nowNs);
        }
        booking.accepted(command, nowNs);
        event.decisions().copy(event.intents(), offset);
    }

    private void deny(EngineEvent event, DenyReason reason) {
        counters.add(Counter.DENIED, 1);
        RecordBuffer decisions = event.decisions();
        denied.wrapAndApplyHeader(decisions.buffer(), decisions.claimAlways() + MESSAGE_OFFSET, headerEncoder)
                .causeSequence(event.sequence())
                .orderId(command.orderId())
                .accountId(command.accountId())
                .strategyId(command.strategyId())
                .instrumentId(command.instrumentId())
                .reason(reason.code())
                .action(command.action())
                .limitValue(gate.limitValue())
                .actualValue(gate.actualValue());
        decisions.commit(denied.limit(), event.timeNs());
    }
}
