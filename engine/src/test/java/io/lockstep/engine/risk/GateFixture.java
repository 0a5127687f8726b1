package io.lockstep.engine.risk;

import static io.lockstep.engine.testkit.TestInstruments.e8;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderLifecycle;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.pipeline.SteppedPublisher;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.settings.ExposureLimits;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.OrderControls;
import io.lockstep.engine.risk.settings.OutcomeSettings;
import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.risk.settings.ReconcileSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.settings.StrategyLimits;
import io.lockstep.engine.risk.settings.TotalLimits;
import io.lockstep.engine.risk.settings.TriggerSettings;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.List;

/**
 * A risk gate over tables a test fills: Bitcoin at 99.99 to 100.01 (instrument 0, limits 2 a piece, 150 a piece in money, 5 long, 3 short) and an
 * instrument without limits (1). Collar 100 basis points, 3 new orders a second, 5 a minute, 4 open. Everything else is at its default, unless a
 * test sets it.
 */
final class GateFixture {
    static final long BID = e8("99.99");
    static final long ASK = e8("100.01");

    final CommandDraft commands = new CommandDraft();
    final Market market = Market.ofBestPrices();
    final OrderTable orders = new OrderTable(4, 16);
    final Portfolio portfolio = new Portfolio(1, 2, 2, new Assets());
    final InstrumentTable instruments = new InstrumentTable();
    final ExposureBook exposure;
    final GateState state;
    final TradingStates states;
    final RiskGate gate;
    final Events events;
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private long nextId = 256;

    GateFixture() {
        this(settings(OrderControls.defaults(), ExposureLimits.defaults(), TotalLimits.none(), List.of()));
    }

    GateFixture(RiskSettings settings) {
        instruments.put(bitcoin());
        instruments.put(TestInstruments.etherPerpetual(1));
        exposure = new ExposureBook(instruments, orders, portfolio);
        state = GateState.of(exposure, settings, 1, 2);
        states = state.states();
        gate = new RiskGate(settings, List.of("s1", "s2"), instruments, market, orders, state);
        events = new Events(new SteppedPublisher(0, event -> {
            int moved = market.onEvent(event);
            if (moved != Market.NONE) {
                gate.priced(moved, event.timeNs());
                exposure.repriced(moved, market.view(moved).fairPrice());
            }
            if (event.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
                report.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
                reported();
            }
        }));
        events.quote(0, BID, ASK);
        events.quote(1, BID, ASK);
    }

    /** The fixture's limits with other controls and limits on money. */
    static RiskSettings settings(
            OrderControls controls, ExposureLimits account, TotalLimits total, List<StrategyLimits> strategies) {
        return new RiskSettings(
                List.of(new InstrumentLimits("BTCUSDT", e8("2"), e8("150"), e8("5"), e8("3"))),
                100,
                3,
                5,
                4,
                2_000,
                controls,
                account,
                total,
                strategies,
                TriggerSettings.defaults(),
                OutcomeSettings.defaults(),
                ReconcileSettings.defaults(),
                ProtectionSettings.defaults(),
                EndOfDaySettings.defaults());
    }

    /** The venue states that the account has so much cash. */
    void cash(String dollars) {
        portfolio.ledger(0).add(portfolio.assets().indexOf("USDT"), e8(dollars));
        exposure.equity().known(0);
        exposure.cashChanged(0);
    }

    DenyReason check(OrderCommandDecoder command) {
        return gate.check(command, events.timeNs());
    }

    /** A limit order that is at the venue; its id. */
    long resting(Side side, String quantity, String price) {
        long id = sent(commands.limit(nextId, side, e8(quantity), e8(price)));
        events.report(ExecType.ACCEPTED, id, 0, 1, 0, side).publish();
        return id;
    }

    /** An order that was sent and not answered; its id. */
    long sent(OrderCommandDecoder command) {
        if (command.action() == OrderAction.REPLACE) {
            Order order = orders.find(command.originalOrderId());
            orders.replacing(order, command.orderId(), command.price(), command.quantity());
            orders.move(order, OrderState.PENDING_REPLACE, events.timeNs());
        } else {
            orders.open(command, events.timeNs());
        }
        nextId += 256;
        return command.orderId();
    }

    /** A fill of strategy 1 that no open order stands for. */
    void holds(Side side, String quantity) {
        nextId += 256;
        fill(nextId, side, quantity);
    }

    void fill(long orderId, Side side, String quantity) {
        events.report(ExecType.FILL, orderId, 0, 1, 0, side)
                .fill(e8("100"), e8(quantity), e8(quantity), 1)
                .execId(++nextId)
                .publish();
    }

    /** Bitcoin of which at least ten lots must be ordered. */
    private static Instrument bitcoin() {
        return new Instrument(
                0,
                Venue.SIMULATED,
                AssetClass.SPOT,
                "BTCUSDT",
                "BTC",
                "USDT",
                e8("0.01"),
                e8("0.00001"),
                e8("0.0001"),
                e8("9000"),
                e8("5"),
                FixedPoint.ONE,
                0,
                0);
    }

    /** Just enough booking for a gate to have something to look at. */
    private void reported() {
        Order order = orders.find(report.orderId());
        boolean fill = report.execType() == ExecType.FILL;
        if (fill) {
            boolean buy = report.side() == Side.BUY;
            portfolio.fill(instruments.get(0), 0, 1, buy, report.lastPx(), report.lastQty(), -1, 0);
            exposure.booked(0, 1, 0);
        }
        if (order == null) {
            return;
        }
        if (fill) {
            orders.fill(order, report.lastQty());
        }
        if (report.execType() == ExecType.TRIGGERED) {
            orders.triggered(order);
        }
        OrderEvent event = fill
                ? OrderEvent.PARTIAL_FILL
                : OrderEvent.valueOf(report.execType().name());
        orders.move(order, OrderLifecycle.next(order.state(), event, order.cumQty() > 0), events.timeNs());
    }
}
