package io.lockstep.launcher.session.replay;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.strategy.Suppressions;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.wiring.Wiring;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * An engine as it stood after some input of a journal: the journal is replayed up to there, and only read. One thread.
 */
public final class PastState {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final RunHeader run;
    private final EffectiveConfig config;
    private final EngineSetup setup;
    private final Engine engine;
    private final Counters counters = new Counters();
    private final ArrayDeque<Long> lastNewNs = new ArrayDeque<>();
    private final Map<Long, String> venueOrderIds = new HashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private long sequence;
    private long timeNs;

    private PastState(JournalFolder folder, StrategyCatalog catalog) {
        run = RecordedRuns.first(folder);
        config = new ConfigLoader(catalog).parse(run.configText(), "journal " + folder.path());
        setup = new Wiring(config.config(), catalog, run.instruments()).setup();
        engine = new Engine(setup, counters, new LatencyRecorder(0));
        engine.listen(this::onEvent);
    }

    /**
     * Replays a journal.
     *
     * @param last sequence of the last input to take in; {@link Long#MAX_VALUE} for all
     * @throws io.lockstep.engine.replay.Divergence if this build decides otherwise
     */
    public static PastState at(JournalFolder folder, long last, StrategyCatalog catalog) {
        PastState state = new PastState(folder, catalog);
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            state.engine.replay(upTo(inputs, last), causedUpTo(decisions, last));
        }
        return state;
    }

    /** What the journal's first run was made of. */
    public RunHeader run() {
        return run;
    }

    /** Its configuration. */
    public LockstepConfig config() {
        return config.config();
    }

    /** What its engine was built from. */
    public EngineSetup setup() {
        return setup;
    }

    /** Positions, cash, orders, trading states. */
    public RiskHandler risk() {
        return engine.risk();
    }

    /** Signals not acted on. */
    public Suppressions suppressions() {
        return engine.suppressions();
    }

    /** Value of a counter. */
    public long count(Counter counter) {
        return counters.get(counter);
    }

    /** Sequence of the last input taken in. */
    public long sequence() {
        return sequence;
    }

    /** The engine's time, UTC, nanoseconds. */
    public long timeNs() {
        return timeNs;
    }

    /** The venue's id of an order of ours; empty where it never gave one. */
    public String venueOrderId(long orderId) {
        return venueOrderIds.getOrDefault(orderId, "");
    }

    /**
     * New orders and changes within a time before now.
     *
     * @param windowNs at most a minute, nanoseconds
     */
    public long newOrdersWithin(long windowNs) {
        return lastNewNs.stream().filter(each -> timeNs - each < windowNs).count();
    }

    private void onEvent(EngineEvent event) {
        sequence = event.sequence();
        timeNs = Math.max(timeNs, event.timeNs());
        if (event.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
            report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            String id = report.venueOrderId();
            if (!id.isEmpty()) {
                venueOrderIds.put(report.orderId(), id);
            }
        }
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            if (RecordLayout.templateId(made.buffer(), offset) == OrderCommandDecoder.TEMPLATE_ID) {
                command.wrapAndApplyHeader(made.buffer(), offset + MESSAGE_OFFSET, header);
                countNew(command.action());
            }
        }
    }

    private void countNew(OrderAction action) {
        if (action == OrderAction.NEW || action == OrderAction.REPLACE) {
            lastNewNs.add(timeNs);
        }
        while (!lastNewNs.isEmpty() && timeNs - lastNewNs.getFirst() >= MINUTE_NS) {
            lastNewNs.removeFirst();
        }
    }

    private static RecordSource upTo(RecordSource inputs, long last) {
        return event -> inputs.next(event) && event.sequence() <= last;
    }

    private static RecordSource causedUpTo(RecordSource decisions, long last) {
        return event -> decisions.next(event) && event.buffer().getLong(RecordLayout.BODY_OFFSET) <= last;
    }
}
