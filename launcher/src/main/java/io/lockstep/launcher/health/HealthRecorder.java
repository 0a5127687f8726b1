package io.lockstep.launcher.health;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.ClockSampleDecoder;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TimerTickDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Writes the engine thread's progress and what it has seen into the control file: every {@value #EVERY} events, and at every timer tick,
 * report and command, so that a hung or dead engine shows, and an idle one does not look dead. Lock-free; allocates nothing.
 */
public final class HealthRecorder implements EngineListener {
    private static final int EVERY = 64;

    private final ControlFile control;
    private final Gauges gauges;
    private final Counters counters;
    private final LongSupplier wallMs;
    private final Supplier<RiskHandler> risk;
    private final Connections connections = new Connections();
    private final Reconciliations reconciliations;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectionStatusDecoder status = new ConnectionStatusDecoder();
    private final ReconciliationMarkDecoder mark = new ReconciliationMarkDecoder();
    private final ClockSampleDecoder clock = new ClockSampleDecoder();
    private boolean live;
    private int untilBeat;
    private boolean marketSeen;
    private boolean decisionSeen;
    private boolean answerSeen;
    private long barsBefore;
    private long sentBefore;

    /**
     * A recorder.
     *
     * @param accounts number of accounts at real venues, which must be reconciled
     * @param wallMs wall clock, UTC, ms
     * @param risk the engine's books; asked on the engine thread
     */
    public HealthRecorder(ControlFile control, int accounts, LongSupplier wallMs, Supplier<RiskHandler> risk) {
        this.control = control;
        this.wallMs = wallMs;
        this.risk = risk;
        gauges = control.gauges();
        counters = control.counters();
        reconciliations = new Reconciliations(accounts);
        gauges.set(Gauge.UNRECONCILED, accounts);
    }

    /**
     * The past is taken in: what comes now happens now. Before the engine has a thread of its own.
     *
     * @param subscriptions instruments strategies are subscribed to
     */
    public void goLive(int subscriptions) {
        gauges.set(Gauge.SUBSCRIPTIONS, subscriptions);
        barsBefore = counters.get(Counter.BARS);
        sentBefore = counters.get(Counter.SENT);
        recordOrders(risk.get());
        gauges.set(Gauge.LIVE, 1);
        live = true;
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (live) {
            look(event);
        }
        if (isTelling(event.templateId()) || untilBeat-- == 0) {
            untilBeat = EVERY - 1;
            beat(event);
        }
    }

    /** What an operator waits for shows at once; the rest in time. */
    private static boolean isTelling(int templateId) {
        return switch (templateId) {
            case TimerTickDecoder.TEMPLATE_ID,
                    ExecutionReportDecoder.TEMPLATE_ID,
                    OperatorCommandDecoder.TEMPLATE_ID,
                    EngineStopDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    private void look(EngineEvent event) {
        decisionSeen |= event.decisions().count() > 0;
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID,
                    DepthUpdateDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID,
                    BarDecoder.TEMPLATE_ID,
                    MarkPriceDecoder.TEMPLATE_ID -> marketSeen = true;
            case ExecutionReportDecoder.TEMPLATE_ID -> answerSeen = true;
            case ConnectionStatusDecoder.TEMPLATE_ID -> onStatus(event);
            case ReconciliationMarkDecoder.TEMPLATE_ID -> onMark(event);
            case ClockSampleDecoder.TEMPLATE_ID -> onClock(event);
            default -> {}
        }
    }

    private void onStatus(EngineEvent event) {
        status.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        connections.onStatus(status);
        gauges.set(Gauge.MARKET_DOWN, connections.marketDown());
        gauges.set(Gauge.PRIVATE_DOWN, connections.privateDown());
        gauges.set(Gauge.ORDER_ENTRY_DOWN, connections.orderEntryDown());
    }

    private void onMark(EngineEvent event) {
        mark.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        reconciliations.onMark(mark);
        gauges.set(Gauge.UNRECONCILED, reconciliations.unreconciled());
        if (reconciliations.hasCompleted(mark)) {
            gauges.set(Gauge.RECONCILED_MS, wallMs.getAsLong());
        }
    }

    private void onClock(EngineEvent event) {
        clock.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        gauges.set(Gauge.CLOCK_OFFSET_NS, clock.offsetNs());
        gauges.set(Gauge.CLOCK_MS, wallMs.getAsLong());
    }

    private void beat(EngineEvent event) {
        long nowMs = wallMs.getAsLong();
        if (live) {
            record(nowMs);
        }
        control.heartbeat(nowMs, event.sequence());
    }

    private void record(long nowMs) {
        marketSeen = stamp(Gauge.MARKET_MS, marketSeen, nowMs);
        decisionSeen = stamp(Gauge.DECISION_MS, decisionSeen, nowMs);
        answerSeen = stamp(Gauge.ANSWER_MS, answerSeen, nowMs);
        long bars = counters.get(Counter.BARS);
        stamp(Gauge.BAR_MS, bars != barsBefore, nowMs);
        barsBefore = bars;
        long sent = counters.get(Counter.SENT);
        stamp(Gauge.SENT_MS, sent != sentBefore, nowMs);
        sentBefore = sent;
        recordOrders(risk.get());
    }

    private boolean stamp(Gauge gauge, boolean happened, long nowMs) {
        if (happened) {
            gauges.set(gauge, nowMs);
        }
        return false;
    }

    private void recordOrders(RiskHandler books) {
        OrderTable orders = books.orders();
        int unknown = 0;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            unknown += order.state() == OrderState.UNKNOWN ? 1 : 0;
        }
        gauges.set(Gauge.OPEN_ORDERS, orders.openCount());
        gauges.set(Gauge.UNKNOWN_ORDERS, unknown);
        gauges.set(Gauge.TRADING_STATE, books.states().get(ScopeKind.ENGINE, 0).value());
    }
}
