package io.lockstep.launcher.scenarios.judge;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.venue.VenueLedger.Fill;
import io.lockstep.simulator.venue.VenueLedger.Order;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** I5: orders, position and pace stay within their limits, as the venue sees them. */
final class LimitCheck {
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Evidence evidence;
    private final VenueLedger after;
    private final Findings findings;

    LimitCheck(Evidence evidence, VenueLedger after, Findings findings) {
        this.evidence = evidence;
        this.after = after;
        this.findings = findings;
    }

    void check(ScenarioLimits limits) {
        after.orders().forEach(order -> checkValue(order, limits));
        checkPosition(limits);
        checkPace(limits);
    }

    private void checkValue(Order order, ScenarioLimits limits) {
        long price = order.fills().isEmpty() ? 0 : order.fills().get(0).price();
        long value = FixedPoint.multiply(price, order.quantity(), RoundingMode.HALF_EVEN);
        findings.require(
                Invariant.I5,
                value <= limits.maxOrderNotional(),
                () -> "an order above its limit: clientOrderId=" + order.clientOrderId() + ", value="
                        + FixedPoint.format(value));
    }

    /** Trade ids ascend with time. */
    private void checkPosition(ScenarioLimits limits) {
        Map<Long, Long> moves = new TreeMap<>();
        for (Order order : after.orders()) {
            for (Fill fill : order.fills()) {
                moves.merge(fill.tradeId(), order.buys() ? fill.quantity() : -fill.quantity(), Long::sum);
            }
        }
        long held = 0;
        for (long move : moves.values()) {
            held += move;
            long now = held;
            findings.require(
                    Invariant.I5,
                    now >= 0 && now <= limits.maxLong(),
                    () -> "a position beyond its limit: position=" + FixedPoint.format(now));
        }
    }

    private void checkPace(ScenarioLimits limits) {
        Deque<Long> lately = new ArrayDeque<>();
        for (Evidence.Sent sent : evidence.sent().values()) {
            while (!lately.isEmpty() && sent.timeNs() - lately.getFirst() >= SECOND_NS) {
                lately.removeFirst();
            }
            lately.addLast(sent.timeNs());
            int count = lately.size();
            findings.require(
                    Invariant.I5,
                    count <= limits.maxNewPerSecond(),
                    () -> "more orders in a second than allowed: count=" + count);
        }
    }
}
