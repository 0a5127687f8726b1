package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.ClockSampleDecoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import io.lockstep.launcher.swarm.world.WorldSetup;
import java.util.EnumSet;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * I12, I13, I24: the ground every order stands on, followed from what was handed to the process: all lists whole since the last start or reconnect, the
 * private stream ready, a price of late, clocks that agree.
 */
final class GroundChecker implements WorldObserver {
    private static final long MS = 1_000_000;

    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectionStatusDecoder connection = new ConnectionStatusDecoder();
    private final ReconciliationMarkDecoder mark = new ReconciliationMarkDecoder();
    private final ClockSampleDecoder clock = new ClockSampleDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final Set<ReconciliationKind> whole = EnumSet.noneOf(ReconciliationKind.class);
    private final long[] quotedNs = new long[2];
    private @Nullable World world;
    private ConnectionState state = ConnectionState.CONNECTING;
    private boolean up;
    private long offsetNs;

    GroundChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onDelivery(byte[] record) {
        UnsafeBuffer buffer = new UnsafeBuffer(record);
        switch (RecordLayout.templateId(buffer, 0)) {
            case EngineStartDecoder.TEMPLATE_ID -> whole.clear();
            case ConnectionStatusDecoder.TEMPLATE_ID -> {
                connection.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                connected(connection.state());
            }
            case ReconciliationMarkDecoder.TEMPLATE_ID -> {
                mark.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                if (mark.phase() == ReconciliationPhase.END) {
                    whole.add(mark.kind());
                }
            }
            case ClockSampleDecoder.TEMPLATE_ID -> {
                clock.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                offsetNs = clock.offsetNs();
            }
            case TopOfBookDecoder.TEMPLATE_ID -> {
                quote.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                quotedNs[quote.instrumentId()] = Math.max(quotedNs[quote.instrumentId()], quote.exchangeTimeNs());
            }
            default -> {}
        }
    }

    @Override
    public void onSend(OrderCommandDecoder command) {
        World seen = world;
        boolean adds = command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE;
        if (!adds || seen == null) {
            return;
        }
        int lists = seen.ledger().books().isSpot() ? 3 : 4;
        findings.require(
                Invariant.I12,
                up && state == ConnectionState.READY && whole.size() == lists,
                () -> "order before the books were compared: order=" + command.orderId() + ", stream=" + state
                        + ", whole lists=" + whole);
        long ageMs = (seen.nowNs() - quotedNs[command.instrumentId()]) / MS;
        findings.require(
                Invariant.I13,
                ageMs <= WorldSetup.MAX_DATA_AGE_MS + WorldSetup.MAX_CLOCK_OFFSET_MS + tolerance(seen),
                () -> "order on old data: order=" + command.orderId() + ", age=" + ageMs + " ms");
        findings.require(
                Invariant.I24,
                Math.abs(offsetNs) <= WorldSetup.MAX_CLOCK_OFFSET_MS * MS,
                () -> "order while clocks disagree: order=" + command.orderId() + ", offset=" + offsetNs / MS + " ms");
    }

    /** Our clock may have stepped and nobody may have told yet; by so much data can seem younger. */
    private static long tolerance(World seen) {
        return Math.abs(seen.clockNs() - seen.nowNs()) / MS;
    }

    private void connected(ConnectionState now) {
        if (now != ConnectionState.READY) {
            whole.clear();
        }
        up |= now == ConnectionState.READY;
        state = now;
    }
}
