package io.lockstep.launcher.session.recovery;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.replay.HandlerFailure;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.session.epoch.EpochChange;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.BuildInfo;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.header.RunHeaderReader;
import io.lockstep.launcher.session.wiring.Wiring;
import java.util.Optional;

/**
 * Takes a journal's past into a new engine before it goes live: a new epoch is opened where there is a reason to, then the recorded inputs run
 * again and must lead to the recorded decisions.
 * Afterwards the orders that were open are ended, for the simulated venue that held them died with the process.
 */
public final class Recovery {
    private final JournalFolder folder;
    private final EpochChange change;
    private final StartFailures failures;

    /** The past of a folder, for a start with a configuration. */
    public Recovery(JournalFolder folder, EffectiveConfig config, Wiring wiring) {
        this.folder = folder;
        change = new EpochChange(folder, config, wiring, BuildInfo.id());
        failures = new StartFailures(folder, BuildInfo.id(), config.sha256Hex());
    }

    /**
     * Opens a new epoch where this start cannot go on with the current one. Nothing of the folder may be open.
     *
     * @param newEpoch whether to open one in any case
     * @throws QuarantinedInputException if the last starts all failed on the same input
     * @throws io.lockstep.engine.replay.Divergence if this build recorded the current epoch and now decides otherwise
     * @throws HandlerFailure if a handler throws
     */
    public void prepare(boolean newEpoch) {
        if (!newEpoch) {
            failures.requireFewer();
        }
        try {
            change.openIfNeeded(newEpoch);
        } catch (HandlerFailure failure) {
            failures.note(failure);
            throw failure;
        }
    }

    /**
     * Takes the past in.
     *
     * @return the header of the journal's last run; empty for a new journal
     * @throws HandlerFailure if a handler throws
     * @throws io.lockstep.engine.replay.Divergence if this build decides otherwise
     */
    public Optional<RunHeader> run(Engine engine) {
        Optional<RunHeader> first = RecordedRuns.first(folder, 1).stream()
                .map(RunHeaderReader.Found::run)
                .findFirst();
        StartCount starts = new StartCount();
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            engine.replay(starts.of(inputs), decisions);
        } catch (HandlerFailure failure) {
            failures.note(failure);
            throw failure;
        }
        failures.clear();
        return first.map(run -> run.withStart(starts.last()));
    }

    /** Tells the engine that an order of an earlier run has ended. */
    public static void publishEnd(Order order, EventPublisher publisher, long timeNs) {
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
