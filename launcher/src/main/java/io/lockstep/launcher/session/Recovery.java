package io.lockstep.launcher.session;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.config.ConfigurationException;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a journal's past into a new engine before it goes live: the recorded inputs run again and must lead to the recorded decisions.
 * Afterwards the orders that were open are ended, for the simulated venue that held them died with the process.
 */
final class Recovery {
    private Recovery() {}

    /**
     * Takes the past in.
     *
     * @return the header of the journal's last run; empty for a new journal
     * @throws ConfigurationException if the journal was made with another configuration
     * @throws io.lockstep.engine.replay.Divergence if this build decides otherwise
     */
    static Optional<RunHeader> run(JournalFolder folder, EffectiveConfig config, Engine engine) {
        List<RunHeaderReader.Found> runs = Replay.runs(folder);
        Optional<RunHeader> last = runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.get(runs.size() - 1).run());
        last.ifPresent(run -> requireSame(run, config, folder));
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            engine.replay(inputs, decisions);
        }
        return last;
    }

    private static void requireSame(RunHeader last, EffectiveConfig config, JournalFolder folder) {
        if (!last.configHash().equals(config.sha256Hex())) {
            Fault fault = new Fault(
                    "",
                    "",
                    "was journaled with another configuration (hash " + last.configHash() + ", now "
                            + config.sha256Hex() + "); choose another folder",
                    0,
                    0);
            throw new ConfigurationException(folder.path().toString(), List.of(fault));
        }
    }

    /** Open orders as of now; read before the engine goes live. */
    static List<Order> openOrders(Engine engine) {
        List<Order> open = new ArrayList<>();
        Order order = engine.risk().orders().firstOpen();
        while (order != null) {
            open.add(order);
            order = engine.risk().orders().nextOpen(order);
        }
        return open;
    }

    /** Tells the engine that an order of an earlier run has ended. */
    static void publishEnd(Order order, EventPublisher publisher, long timeNs) {
        EngineEvent event = publisher.claim();
        ExecutionReportEncoder report = new ExecutionReportEncoder();
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .orderId(order.orderId())
                .accountId(order.accountId())
                .strategyId(order.strategyId())
                .instrumentId(order.instrumentId())
                .execType(ExecType.EXPIRED)
                .source(ReportSource.RECONCILIATION)
                .side(order.side())
                .liquidity(Liquidity.NONE)
                .price(order.price())
                .quantity(order.quantity())
                .lastPx(0)
                .lastQty(0)
                .cumQty(order.cumQty())
                .leavesQty(0)
                .fee(0)
                .feeAsset("")
                .exchangeTimeNs(FixedPoint.NULL)
                .venueCode(ExecutionReportEncoder.venueCodeNullValue())
                .venueOrderId("")
                .execId("")
                .reason("the simulated venue was restarted");
        event.complete(report.limit(), timeNs);
        publisher.publish(event);
    }
}
