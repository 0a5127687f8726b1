package io.lockstep.engine.strategy;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.sbe.CarriedOrderDecoder;
import io.lockstep.engine.sbe.CarriedPositionDecoder;
import io.lockstep.engine.sbe.CarriedSeriesDecoder;
import io.lockstep.engine.sbe.CarriedStateDecoder;
import io.lockstep.engine.sbe.EpochOpenedDecoder;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;

/**
 * Gives strategies of a new epoch what is theirs: positions, working orders, and whether they were stopped. Until the epoch is open they see
 * market data and what they ask for is held back. Owned by the strategy handler.
 */
final class CarriedStrategies {
    private final HostedStrategy[] strategies;
    private final VirtualBooks books;
    private final IntentWriter writer;
    private final OrderOwners owners;
    private final CarriedSeries series = new CarriedSeries();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CarriedOrderDecoder order = new CarriedOrderDecoder();
    private final CarriedPositionDecoder position = new CarriedPositionDecoder();
    private final CarriedStateDecoder state = new CarriedStateDecoder();

    CarriedStrategies(HostedStrategy[] strategies, VirtualBooks books, IntentWriter writer, OrderOwners owners) {
        this.strategies = strategies;
        this.books = books;
        this.writer = writer;
        this.owners = owners;
    }

    /** Which strategies are stopped; what else is theirs, the risk handler knows. */
    void carryTo(CarryWriter carry) {
        for (HostedStrategy each : strategies) {
            if (!each.isRunning()) {
                carry.state(ScopeKind.STRATEGY, each.id(), TradingState.RUN, true);
            }
        }
    }

    /** Takes one event of an epoch's opening; ignores all others. */
    void onEvent(EngineEvent event) {
        switch (event.templateId()) {
            case EpochOpeningDecoder.TEMPLATE_ID -> writer.holdBack(true);
            case EpochOpenedDecoder.TEMPLATE_ID -> writer.holdBack(false);
            case CarriedOrderDecoder.TEMPLATE_ID -> onOrder(event);
            case CarriedPositionDecoder.TEMPLATE_ID -> onPosition(event);
            case CarriedStateDecoder.TEMPLATE_ID -> onState(event);
            case CarriedSeriesDecoder.TEMPLATE_ID -> {
                if (series.wrap(event).isNamed(CarriedSeries.BOOKED_FILLS)) {
                    books.carried(series);
                }
            }
            default -> {}
        }
    }

    private void onOrder(EngineEvent event) {
        order.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        int strategyId = order.strategyId();
        if (!isKnown(strategyId)) {
            return;
        }
        owners.put(order.previousId(), strategyId);
        owners.put(order.orderId(), strategyId);
        owners.put(order.replacingId(), strategyId);
        if (OrderState.valueOf(order.state()).isOpen()) {
            strategies[strategyId - 1].working().carried(order);
        }
    }

    private void onPosition(EngineEvent event) {
        position.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        if (isKnown(position.strategyId())) {
            strategies[position.strategyId() - 1]
                    .hostedPosition(position.instrumentId())
                    .book()
                    .carried(
                            position.quantity(),
                            position.cost(),
                            position.realizedPnl(),
                            position.fees(),
                            position.fills());
        }
    }

    private void onState(EngineEvent event) {
        state.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        if (state.scopeKind() == ScopeKind.STRATEGY && state.stopped() == 1 && isKnown(state.scopeId())) {
            strategies[state.scopeId() - 1].running(false);
        }
    }

    private boolean isKnown(int strategyId) {
        return strategyId >= 1 && strategyId <= strategies.length;
    }
}
