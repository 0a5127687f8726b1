package io.lockstep.engine.desk;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.desk.booking.CancelSweep;
import io.lockstep.engine.desk.booking.CashBooking;
import io.lockstep.engine.desk.booking.Desk;
import io.lockstep.engine.desk.booking.OpeningBalances;
import io.lockstep.engine.desk.booking.OrderBooking;
import io.lockstep.engine.desk.booking.OwnCommands;
import io.lockstep.engine.desk.closing.EndOfDay;
import io.lockstep.engine.desk.protection.Countdown;
import io.lockstep.engine.desk.protection.HeldOrders;
import io.lockstep.engine.desk.protection.Protection;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.EventStage;
import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.reconcile.Reconciliation;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.RiskGate;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.AlertDeliveryDecoder;
import io.lockstep.engine.sbe.CarriedNoticeDecoder;
import io.lockstep.engine.sbe.CashMovementDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.trigger.Triggers;
import java.util.List;

/**
 * Holds the account's truth and judges what strategies ask for: each intent becomes a decision, accepted or denied. Owns orders, positions,
 * ledgers, trading states and its own view of the market, and everything that follows them up.
 */
public final class RiskHandler implements EventStage {
    private final InstrumentTable instruments;
    private final Counters counters;
    private final Market market = Market.ofBestPrices();
    private final OrderTable orders;
    private final Portfolio portfolio;
    private final GateState state;
    private final RiskGate gate;
    private final DecisionWriter writer = new DecisionWriter();
    private final OrderBooking booking;
    private final BookingReactions reactions;
    private final OpeningBalances openingBalances;
    private final CashBooking cash;
    private final OutcomeProtocol outcomes;
    private final OrphanDesk orphans;
    private final Reconciliation reconciliation;
    private final Triggers triggers;
    private final VenueWatch venues;
    private final HeldOrders held;
    private final Protection protection;
    private final EndOfDay endOfDay;
    private final Countdown countdown;
    private final OperatorDesk operator;
    private final IntentJudge judge;
    private final CancelSweep sweep;
    private final SweepAgain sweepAgain;
    private final CarriedBooks carried;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final AccountReportDecoder account = new AccountReportDecoder();
    private final PositionReportDecoder position = new PositionReportDecoder();
    private final CashMovementDecoder movement = new CashMovementDecoder();
    private final ReconciliationMarkDecoder mark = new ReconciliationMarkDecoder();
    private final AlertDeliveryDecoder delivery = new AlertDeliveryDecoder();
    private final OperatorCommandDecoder operatorCommand = new OperatorCommandDecoder();
    private long nowNs;

    /**
     * A handler with empty books.
     *
     * @param instruments the run's instruments, this handler's own table
     */
    public RiskHandler(RiskSetup setup, InstrumentTable instruments, Counters counters) {
        this.instruments = instruments;
        this.counters = counters;
        RiskSettings settings = setup.settings();
        int strategies = setup.strategies().size();
        orders = new OrderTable(settings.maxOpenOrders(), setup.remembered().closedOrders());
        portfolio = new Portfolio(setup.accounts(), strategies, instruments.size(), new Assets());
        ExposureBook exposure = new ExposureBook(instruments, orders, portfolio);
        state = GateState.of(exposure, settings, setup.accounts(), strategies);
        gate = new RiskGate(settings, setup.strategies(), instruments, market, orders, state);
        booking = new OrderBooking(
                instruments,
                orders,
                portfolio,
                settings.outcomes().horizonNs(),
                setup.remembered().fills(),
                counters);
        OwnCommands commands = new OwnCommands(writer, orders, booking);
        Desk desk = new Desk(instruments, market, orders, portfolio, state, gate, writer, booking, commands);
        sweep = new CancelSweep(
                instruments, orders, writer, commands, settings.protection().killKeepsStops());
        sweepAgain = new SweepAgain(state.states(), sweep);
        Ladder ladder = new Ladder(state.states(), writer, sweep::kill);
        triggers = new Triggers(setup, instruments.size(), market, state, ladder);
        outcomes = new OutcomeProtocol(settings.outcomes(), desk);
        orphans = new OrphanDesk(settings.outcomes().orphans(), desk, outcomes);
        reconciliation = new Reconciliation(setup, instruments, orders, portfolio, state, ladder, orphans);
        held = new HeldOrders(settings.protection(), desk);
        protection = new Protection(settings.protection(), 2 * settings.maxOpenOrders(), desk, held, sweep);
        endOfDay = new EndOfDay(setup, desk, sweep, protection);
        countdown = new Countdown(settings.protection(), instruments, exposure, state.readiness(), writer);
        reactions = new BookingReactions(desk, ladder, triggers, outcomes, reconciliation, protection, endOfDay);
        booking.listen(reactions);
        openingBalances = new OpeningBalances(portfolio, exposure, counters);
        cash = new CashBooking(portfolio, exposure, setup.remembered().part(), counters);
        carried = new CarriedBooks(
                desk,
                openingBalances,
                held,
                List.of(
                        exposure,
                        gate,
                        booking,
                        cash,
                        triggers,
                        state.reentries(),
                        reconciliation,
                        protection.guards()));
        venues = new VenueWatch(state.readiness(), reconciliation, triggers, ladder);
        operator = new OperatorDesk(setup, state, writer, sweep, triggers, reconciliation, counters);
        judge = new IntentJudge(desk, held, protection, ladder, sweep, counters);
    }

    @Override
    public void onEvent(EngineEvent event) {
        nowNs = Math.max(nowNs, event.timeNs());
        writer.begin(event);
        reactions.at(nowNs);
        orphans.at(nowNs);
        protection.at(nowNs);
        int moved = market.onEvent(event);
        if (carried.isOpening()) {
            takeOpening(event, moved);
            return;
        }
        if (moved >= 0 && moved < instruments.size()) {
            priced(moved);
        } else {
            take(event);
        }
        triggers.onTime(nowNs);
        reconciliation.onTime(nowNs);
        outcomes.onTime(nowNs);
        protection.onTime();
        endOfDay.onTime(nowNs);
        countdown.onTime(nowNs);
        sweepAgain.onTime(nowNs);
        if (event.intents().count() > 0) {
            judge.judge(event, nowNs);
        }
        sweep.run(nowNs);
    }

    @Override
    public void addTo(StateHash hash) {
        hash.add(state.states().hash());
        hash.add(state.readiness().hash());
        hash.add(reconciliation.hash());
        hash.add(triggers.hash());
        hash.add(portfolio.hash());
        hash.add(state.override().hash());
        endOfDay.addTo(hash);
        hash.add(orders.openCount());
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            hash.add(order.orderId());
            hash.add(order.state().ordinal());
            hash.add(order.cumQty());
            hash.add(order.leavesQty());
            hash.add(order.price());
            hash.add(order.firstId());
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
        return state.states();
    }

    /** What the gate reads: sums, readiness, scale; to be read on this handler's thread, or after the engine has stopped. */
    public GateState gateState() {
        return state;
    }

    /** The market as the gate sees it; to be read on this handler's thread, or after the engine has stopped. */
    public Market market() {
        return market;
    }

    /** Writes what must outlive an epoch. */
    public void carryTo(CarryWriter writer) {
        carried.carryTo(writer);
    }

    /** An epoch is being opened: prices and books are taken in, nothing is decided. */
    private void takeOpening(EngineEvent event, int moved) {
        if (moved >= 0 && moved < instruments.size()) {
            reprice(moved);
            triggers.observed(moved, nowNs);
        } else {
            carried.onEvent(event);
        }
    }

    /** What has no price now, for its book is gapped and nothing was traded yet, goes on to count at the last one it had. */
    private void reprice(int instrumentId) {
        long price = market.view(instrumentId).fairPrice();
        try {
            if (price != 0) {
                state.exposure().repriced(instrumentId, price);
            }
        } catch (ArithmeticException absurd) {
            counters.add(Counter.PRICES_IGNORED, 1);
        }
        gate.priced(instrumentId, nowNs);
    }

    private void priced(int instrumentId) {
        reprice(instrumentId);
        triggers.priced(instrumentId, nowNs);
        held.priced(instrumentId, nowNs);
        protection.priced(instrumentId);
    }

    private void take(EngineEvent event) {
        switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                onReport();
            }
            case AccountReportDecoder.TEMPLATE_ID -> {
                account.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                openingBalances.onReport(account);
                reconciliation.onBalance(account);
                triggers.valued();
            }
            case CashMovementDecoder.TEMPLATE_ID -> {
                movement.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                onCash();
            }
            case OperatorCommandDecoder.TEMPLATE_ID -> {
                operatorCommand.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                operator.onCommand(operatorCommand, nowNs);
            }
            default -> takeRare(event);
        }
    }

    private void takeRare(EngineEvent event) {
        switch (event.templateId()) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                instruments.put(Definitions.decode(event.buffer(), MESSAGE_OFFSET));
                gate.instrumentsChanged();
            }
            case PositionReportDecoder.TEMPLATE_ID -> {
                position.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                if (position.source() == ReportSource.RECONCILIATION) {
                    reconciliation.onPosition(position);
                }
            }
            case ReconciliationMarkDecoder.TEMPLATE_ID -> {
                mark.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                openingBalances.onMark(mark);
                reconciliation.onMark(mark, nowNs);
            }
            case AlertDeliveryDecoder.TEMPLATE_ID -> {
                delivery.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                if (delivery.delivered() == 1) {
                    writer.critical().delivered(delivery.alertSequence());
                }
            }
            case EngineStartDecoder.TEMPLATE_ID -> {
                state.states().draining(false);
                // an epoch that is being opened sends nothing: what the one before left unfinished goes on with this
                // start
                sweep.resume(carried.takeUnfinishedSweep());
                outcomes.wake();
                venues.onEvent(event, nowNs);
            }
            case EngineStopDecoder.TEMPLATE_ID -> countdown.stop();
            case EpochOpeningDecoder.TEMPLATE_ID, CarriedNoticeDecoder.TEMPLATE_ID -> carried.onEvent(event);
            default -> venues.onEvent(event, nowNs);
        }
    }

    /** A listed order is compared before it is booked: booking would make it look as if it had just changed. */
    private void onReport() {
        boolean listed = report.source() == ReportSource.RECONCILIATION;
        if (listed && report.execType() == ExecType.STATUS) {
            reconciliation.onOrder(report, orders.find(report.orderId()));
        }
        booking.reported(report, nowNs);
        if (listed && report.execType() == ExecType.FILL) {
            reconciliation.onFill(report);
        }
        boolean answered = report.source() != ReportSource.LOCAL
                && report.execType() != ExecType.OUTCOME_UNKNOWN
                && report.instrumentId() >= 0
                && report.instrumentId() < instruments.size();
        if (answered) {
            triggers.answered(instruments.get(report.instrumentId()).venue());
        }
    }

    private void onCash() {
        long transferred = cash.book(movement);
        if (movement.accountId() >= 0 && movement.accountId() < portfolio.accounts()) {
            reconciliation.cashBooked(movement.accountId(), nowNs);
        }
        if (transferred != 0) {
            triggers.transferred(transferred);
        }
        triggers.valued();
    }
}
