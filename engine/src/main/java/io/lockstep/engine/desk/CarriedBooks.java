package io.lockstep.engine.desk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.booking.OpeningBalances;
import io.lockstep.engine.desk.protection.HeldOrders;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.CarriedBalanceDecoder;
import io.lockstep.engine.sbe.CarriedNoticeDecoder;
import io.lockstep.engine.sbe.CarriedOrderDecoder;
import io.lockstep.engine.sbe.CarriedPositionDecoder;
import io.lockstep.engine.sbe.CarriedSeriesDecoder;
import io.lockstep.engine.sbe.CarriedStateDecoder;
import io.lockstep.engine.sbe.EpochOpenedDecoder;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import java.util.List;

/**
 * Hands the risk handler's books over from one epoch to the next: writes orders, positions, balances, trading states and counts as events,
 * and takes them in again. Owned by the risk handler.
 */
final class CarriedBooks {
    private final OrderTable orders;
    private final Portfolio portfolio;
    private final TradingStates states;
    private final OpeningBalances openingBalances;
    private final ExposureBook exposure;
    private final HeldOrders held;
    private final DecisionWriter writer;
    private final List<CarriedPart> parts;
    private final CarriedSeries series = new CarriedSeries();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CarriedOrderDecoder order = new CarriedOrderDecoder();
    private final CarriedPositionDecoder position = new CarriedPositionDecoder();
    private final CarriedBalanceDecoder balance = new CarriedBalanceDecoder();
    private final CarriedStateDecoder state = new CarriedStateDecoder();
    private final CarriedNoticeDecoder notice = new CarriedNoticeDecoder();
    private boolean opening;
    private boolean sweepUnfinished;

    /** @param parts what else counts with numbers that outlive an epoch */
    CarriedBooks(Desk desk, OpeningBalances openingBalances, HeldOrders held, List<CarriedPart> parts) {
        orders = desk.orders();
        portfolio = desk.portfolio();
        states = desk.state().states();
        exposure = desk.state().exposure();
        writer = desk.writer();
        this.openingBalances = openingBalances;
        this.held = held;
        this.parts = parts;
    }

    void carryTo(CarryWriter writer) {
        for (int asset = 0; asset < portfolio.assets().size(); asset++) {
            writeBalances(asset, writer);
        }
        for (int instrument = 0; instrument < portfolio.instruments(); instrument++) {
            writePositions(instrument, writer);
        }
        orders.forEachClosed(writer::order);
        for (Order each = orders.firstOpen(); each != null; each = orders.nextOpen(each)) {
            writer.order(each);
        }
        states.forEach((scope, id, each) -> writer.state(scope, id, each, false));
        parts.forEach(part -> part.carryTo(writer));
    }

    /** Asset by asset, so that the assets keep their order. */
    private void writeBalances(int asset, CarryWriter writer) {
        String code = portfolio.assets().code(asset);
        for (int account = 0; account < portfolio.accounts(); account++) {
            writer.balance(
                    account,
                    openingBalances.isOpened(account),
                    code,
                    portfolio.ledger(account).balance(asset),
                    portfolio.ledger(account).feesPaid(asset));
        }
    }

    private void writePositions(int instrument, CarryWriter writer) {
        for (int strategy = 1; strategy <= portfolio.strategies(); strategy++) {
            int account = writer.accountOf(strategy);
            writer.position(account, strategy, instrument, portfolio.strategyPosition(account, strategy, instrument));
        }
        for (int account = 0; account < portfolio.accounts(); account++) {
            writer.position(
                    account,
                    Portfolio.EXTERNAL,
                    instrument,
                    portfolio.strategyPosition(account, Portfolio.EXTERNAL, instrument));
            writer.net(account, instrument, portfolio.accountPosition(account, instrument));
        }
    }

    /** Takes one event of an epoch's opening; ignores all others. */
    void onEvent(EngineEvent event) {
        switch (event.templateId()) {
            case EpochOpeningDecoder.TEMPLATE_ID -> opening = true;
            case EpochOpenedDecoder.TEMPLATE_ID -> opening = false;
            case CarriedOrderDecoder.TEMPLATE_ID -> onOrder(event);
            case CarriedPositionDecoder.TEMPLATE_ID -> onPosition(event);
            case CarriedBalanceDecoder.TEMPLATE_ID -> onBalance(event);
            case CarriedStateDecoder.TEMPLATE_ID -> onState(event);
            case CarriedSeriesDecoder.TEMPLATE_ID -> {
                series.wrap(event);
                parts.forEach(part -> part.carried(series));
            }
            case CarriedNoticeDecoder.TEMPLATE_ID -> onNotice(event);
            default -> {}
        }
    }

    /** Whether an epoch is being opened: then nothing is decided. */
    boolean isOpening() {
        return opening;
    }

    /** Whether a sweep of cancels was not finished; once. */
    boolean takeUnfinishedSweep() {
        boolean unfinished = sweepUnfinished;
        sweepUnfinished = false;
        return unfinished;
    }

    private void onOrder(EngineEvent event) {
        Order each = orders.carried(order.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
        sweepUnfinished |= each.isCancelWanted();
        if (each.isHeld() && each.state().isOpen()) {
            held.added(each);
        }
    }

    private void onPosition(EngineEvent event) {
        position.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        int strategyId = position.strategyId();
        boolean net = strategyId == CarriedPositionDecoder.strategyIdNullValue();
        (net
                        ? portfolio.accountPosition(position.accountId(), position.instrumentId())
                        : portfolio.strategyPosition(position.accountId(), strategyId, position.instrumentId()))
                .carried(
                        position.quantity(),
                        position.cost(),
                        position.realizedPnl(),
                        position.fees(),
                        position.fills());
        exposure.booked(position.accountId(), net ? Portfolio.EXTERNAL : strategyId, position.instrumentId());
    }

    private void onBalance(EngineEvent event) {
        balance.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        Assets assets = portfolio.assets();
        int asset = assets.indexOf(balance.buffer(), balance.offset() + CarriedBalanceDecoder.assetEncodingOffset());
        portfolio.ledger(balance.accountId()).carried(asset, balance.balance(), balance.feesPaid());
        if (balance.stated() == 1) {
            openingBalances.opened(balance.accountId());
            exposure.equity().known(balance.accountId());
        }
        exposure.cashChanged(balance.accountId());
    }

    private void onState(EngineEvent event) {
        state.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        TradingState before = states.get(state.scopeKind(), state.scopeId());
        states.set(state.scopeKind(), state.scopeId(), TradingStates.worse(before, state.state()));
    }

    private void onNotice(EngineEvent event) {
        notice.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        writer.alert(notice.severity(), ScopeKind.ENGINE, 0, notice.code(), notice.detail());
    }
}
