package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.launcher.swarm.machine.SimulatedLog;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * I3 and I4. At each fill that reaches the journal: the engine's position is the sum of the venue's numbers of all fills that reached it, each once. In
 * the end: position and cash are the venue's.
 *
 * <p>Cash of a perpetual depends on the order in which fills are booked, and late fills are booked late; what it comes to with the cost of what is open
 * does not. So that sum must be exact always, and the balance wherever the order was the venue's.
 */
final class BooksChecker implements WorldObserver {
    private static final int ACCOUNT = 0;

    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final Set<Integer> booked = new LinkedHashSet<>();
    private final Map<Integer, Long> expected = new TreeMap<>();
    private @Nullable World world;

    BooksChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    /** What is booked is what the journal holds, whatever was handed over before the process died. */
    @Override
    public void onStarted(Engine engine) {
        booked.clear();
        expected.clear();
        SimulatedLog inputs = world().process().disk().inputs();
        for (long sequence = 1; sequence <= inputs.lastSequence(); sequence++) {
            int offset = inputs.offset(sequence);
            if (RecordLayout.templateId(inputs.buffer(), offset) == ExecutionReportDecoder.TEMPLATE_ID) {
                report.wrapAndApplyHeader(inputs.buffer(), offset + MESSAGE_OFFSET, header);
                note();
            }
        }
        checkPositions(engine, "after a start");
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        if (event.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
            report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            if (note()) {
                checkPositions(engine, "sequence=" + event.sequence());
            }
        }
    }

    @Override
    public void onEnd() {
        if (!world().process().isUp()) {
            return;
        }
        Engine engine = world().process().engine();
        findings.require(
                Invariant.I3,
                booked.size() == world().ledger().fills().size(),
                () -> "fills that were never found: venue="
                        + world().ledger().fills().size() + ", booked=" + booked.size());
        checkPositions(engine, "at the end");
        checkCash(engine.risk().portfolio());
    }

    /** Takes a fill in; true for any report of a fill. */
    private boolean note() {
        if (report.execType() != ExecType.FILL) {
            return false;
        }
        String execId = report.execId();
        int index = Integer.parseInt(execId.substring(1)) - 1;
        boolean known = index < world().ledger().fills().size();
        findings.require(Invariant.I3, known, () -> "a fill that the venue does not know: execId=" + execId);
        if (known && booked.add(index)) {
            VenueFill fill = world().ledger().fills().get(index);
            expected.merge(fill.instrumentId(), change(fill), Long::sum);
        }
        return known;
    }

    private void checkPositions(Engine engine, String when) {
        for (Instrument instrument : world().setup().instruments()) {
            long sum = expected.getOrDefault(instrument.id(), 0L);
            long actual = engine.risk()
                    .portfolio()
                    .accountPosition(ACCOUNT, instrument.id())
                    .quantity();
            findings.require(
                    Invariant.I3,
                    sum == actual,
                    () -> "position: " + when + ", instrument=" + instrument.symbol() + ", engine="
                            + FixedPoint.format(actual) + ", sum of fills=" + FixedPoint.format(sum));
        }
    }

    /** What a fill does to the position: on spot a fee kept from what was bought makes it smaller. */
    private long change(VenueFill fill) {
        String base = world().setup().instruments().get(fill.instrumentId()).baseAsset();
        return fill.signed() - (fill.feeAsset().equals(base) ? fill.fee() : 0);
    }

    private void checkCash(Portfolio portfolio) {
        boolean inOrder = isInOrder();
        for (String asset : world().ledger().books().assets()) {
            long venue = world().ledger().books().balance(asset);
            long ours = portfolio.ledger(ACCOUNT).balance(portfolio.assets().indexOf(asset));
            if (world().ledger().books().isSpot() || inOrder) {
                findings.require(
                        Invariant.I4,
                        venue == ours,
                        () -> asset + ": engine=" + FixedPoint.format(ours) + ", venue=" + FixedPoint.format(venue));
            }
        }
        if (!world().ledger().books().isSpot()) {
            checkFlow(portfolio);
        }
    }

    private void checkFlow(Portfolio portfolio) {
        String quote = world().setup().instruments().get(0).quoteAsset();
        long ours = portfolio.ledger(ACCOUNT).balance(portfolio.assets().indexOf(quote));
        for (Instrument instrument : world().setup().instruments()) {
            Position position = portfolio.accountPosition(ACCOUNT, instrument.id());
            ours -= position.quantity() < 0 ? -position.cost() : position.cost();
        }
        BigDecimal flow = FixedPoint.toBigDecimal(World.OPENING_CASH);
        for (VenueFill fill : world().ledger().fills()) {
            BigDecimal value = FixedPoint.toBigDecimal(fill.price()).multiply(FixedPoint.toBigDecimal(fill.signed()));
            flow = flow.subtract(value).subtract(FixedPoint.toBigDecimal(fill.fee()));
        }
        long venue = flow.movePointRight(8).longValueExact();
        long engine = ours;
        findings.require(
                Invariant.I4,
                venue == engine,
                () -> "cash with the cost of what is open: engine=" + FixedPoint.format(engine) + ", venue="
                        + FixedPoint.format(venue));
    }

    private boolean isInOrder() {
        int last = -1;
        for (int index : booked) {
            if (index < last) {
                return false;
            }
            last = index;
        }
        return true;
    }

    private World world() {
        World seen = world;
        if (seen == null) {
            throw new IllegalStateException("no world yet");
        }
        return seen;
    }
}
