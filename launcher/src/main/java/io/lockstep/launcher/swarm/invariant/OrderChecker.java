package io.lockstep.launcher.swarm.invariant;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import io.lockstep.launcher.swarm.world.WorldSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I7 and I14: follows every order of the engine from event to event. What leaves UNKNOWN must do so at a report of the venue about it, or as absent with
 * the evidence that was handed over: query, open orders and fills, each twice without it, all asked for after the horizon. What has ended stays so, but
 * for what the venue says later.
 */
final class OrderChecker implements WorldObserver {
    private static final int ROUNDS = 2;
    private static final int WATCHED_EVENTS = 100;
    private static final long HORIZON_NS = WorldSetup.OUTCOMES.horizonNs();

    private final Findings findings;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final Map<Long, Seen> orders = new LinkedHashMap<>();
    private final Evidence evidence = new Evidence();
    private final List<Long> gone = new ArrayList<>();
    private @Nullable World world;

    OrderChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    /** What happened while nobody looked is not judged. */
    @Override
    public void onStarted(Engine engine) {
        orders.clear();
        for (Order order = engine.risk().orders().firstOpen();
                order != null;
                order = engine.risk().orders().nextOpen(order)) {
            orders.put(order.orderId(), new Seen(order));
        }
    }

    @Override
    public void onDelivery(byte[] record) {
        if (world != null) {
            evidence.take(record);
        }
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        boolean reported = event.templateId() == ExecutionReportDecoder.TEMPLATE_ID;
        if (reported) {
            report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        }
        for (Seen seen : orders.values()) {
            follow(seen, reported, event);
        }
        gone.forEach(orders::remove);
        gone.clear();
        for (Order order = engine.risk().orders().firstOpen();
                order != null;
                order = engine.risk().orders().nextOpen(order)) {
            if (!orders.containsKey(order.orderId())) {
                orders.put(order.orderId(), new Seen(order));
            }
        }
    }

    private void follow(Seen seen, boolean reported, EngineEvent event) {
        if (!seen.order.isOf(seen.id)) {
            gone.add(seen.id);
            return;
        }
        OrderState before = seen.state;
        OrderState now = seen.order.order().state();
        seen.state = now;
        if (before == now) {
            if (!now.isOpen() && seen.quietEvents++ > WATCHED_EVENTS) {
                gone.add(seen.id);
            }
            return;
        }
        seen.quietEvents = 0;
        checkMove(seen.id, before, now, event);
        if (before == OrderState.UNKNOWN) {
            checkEnd(seen, now, reported, event);
        }
        if (now == OrderState.UNKNOWN) {
            evidence.open(seen.order.order().orderId());
        }
    }

    private void checkMove(long id, OrderState before, OrderState now, EngineEvent event) {
        boolean legal = switch (before) {
            case FILLED -> false;
            case CANCELED, EXPIRED -> now == OrderState.FILLED;
            case REJECTED -> now == OrderState.FILLED || now == OrderState.PARTIALLY_FILLED;
            default -> true;
        };
        findings.require(
                Invariant.I14,
                legal,
                () -> "order=" + id + " went from " + before + " to " + now + ", sequence=" + event.sequence());
    }

    private void checkEnd(Seen seen, OrderState now, boolean reported, EngineEvent event) {
        if (now == OrderState.ABSENT) {
            long sentNs = seen.order.order().sentNs();
            boolean late = event.timeNs() >= sentNs + HORIZON_NS;
            long askedId = askedId(seen.order.order());
            int rounds = evidence.rounds(askedId, sentNs + HORIZON_NS);
            findings.require(
                    Invariant.I7,
                    late && rounds >= ROUNDS,
                    () -> "believed absent without proof: order=" + seen.id + ", since sending="
                            + (event.timeNs() - sentNs) / 1_000_000 + " ms, "
                            + evidence.text(askedId, sentNs + HORIZON_NS));
            return;
        }
        boolean byVenue = reported && report.source() != ReportSource.LOCAL && seen.order.isNamed(report.orderId());
        findings.require(
                Invariant.I7,
                byVenue,
                () -> "no longer unknown without a word of the venue: order=" + seen.id + ", state=" + now
                        + ", sequence=" + event.sequence());
    }

    /** The id an order can only stand under: that of a change under way, once the venue said that it is over under its first. */
    private static long askedId(Order order) {
        return order.inquiry().isFirstIdOver() && order.replacingId() != 0 ? order.replacingId() : order.orderId();
    }

    /** An order as it was last seen. */
    private static final class Seen {
        private final long id;
        private final Named order;
        private OrderState state;
        private int quietEvents;

        Seen(Order order) {
            id = order.orderId();
            this.order = new Named(order);
            state = order.state();
        }
    }

    /** An order of the engine's pool, which may stand for another one later. */
    private record Named(Order order) {
        boolean isOf(long id) {
            return isNamed(id);
        }

        boolean isNamed(long id) {
            return order.orderId() == id || order.previousId() == id || order.replacingId() == id;
        }
    }
}
