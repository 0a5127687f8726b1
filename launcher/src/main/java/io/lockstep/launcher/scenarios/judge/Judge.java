package io.lockstep.launcher.scenarios.judge;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.venue.VenueLedger.Order;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what a session's journal says of its orders against what is true at the venue; the books are for {@link BooksCheck}. */
public final class Judge {
    private static final Set<ExecType> ENDED =
            EnumSet.of(ExecType.CANCELED, ExecType.REJECTED, ExecType.EXPIRED, ExecType.PRESUMED_ABSENT);

    private final TradedPair pair;
    private final Evidence evidence;
    private final VenueLedger before;
    private final VenueLedger after;
    private final Findings findings;

    /**
     * A judge of one session.
     *
     * @param before the venue's books when it began
     * @param after the same when it had ended
     */
    public Judge(TradedPair pair, Evidence evidence, VenueLedger before, VenueLedger after, Findings findings) {
        this.pair = pair;
        this.evidence = evidence;
        this.before = before;
        this.after = after;
        this.findings = findings;
    }

    /**
     * Looks at everything.
     *
     * @param position what the strategy says it holds
     * @param limits what it may do
     */
    public void judge(long position, ScenarioLimits limits) {
        Map<Long, Order> atVenue = orders();
        atVenue.forEach(this::checkOrder);
        evidence.sent().forEach((id, sent) -> checkKnown(id, sent, atVenue.containsKey(id)));
        new BooksCheck(pair, evidence, after, findings).check(before, position);
        new LimitCheck(evidence, after, findings).check(limits);
    }

    /** Our orders at the venue, by our id. */
    private Map<Long, Order> orders() {
        Map<Long, Order> orders = new LinkedHashMap<>();
        for (Order order : after.orders()) {
            byte[] id = order.clientOrderId().getBytes(StandardCharsets.US_ASCII);
            boolean ours = id.length == ClientOrderId.LENGTH && ClientOrderId.purpose(id, 0) == ClientOrderId.ORDER;
            findings.require(
                    Invariant.I1, ours, () -> "an order nobody here sent: clientOrderId=" + order.clientOrderId());
            if (ours) {
                long orderId = ClientOrderId.orderId(id, 0);
                boolean first = orders.put(orderId, order) == null;
                findings.require(Invariant.I2, first, () -> "two orders of one intent: order=" + orderId);
            }
        }
        return orders;
    }

    private void checkOrder(long orderId, Order order) {
        List<ExecType> said = evidence.said(orderId);
        Evidence.Sent sent = evidence.sent().get(orderId);
        findings.require(Invariant.I1, sent != null, () -> "an order that was never journaled: order=" + orderId);
        if (sent != null) {
            findings.require(
                    Invariant.I1,
                    order.buys() == (sent.side() == Side.BUY),
                    () -> "an order of the other side: order=" + orderId);
            findings.require(
                    Invariant.I6,
                    order.executed() <= Math.max(sent.quantity(), order.quantity()),
                    () -> "traded more than was asked for: order=" + orderId);
        }
        findings.require(
                Invariant.I7,
                !said.contains(ExecType.PRESUMED_ABSENT),
                () -> "given up although the venue has it: order=" + orderId);
        findings.require(
                Invariant.I14,
                !said.contains(ExecType.REJECTED) || order.executed() == 0,
                () -> "rejected and traded: order=" + orderId);
        findings.require(
                Invariant.I14,
                !order.open() || said.stream().noneMatch(ENDED::contains),
                () -> "ended here and open at the venue: order=" + orderId + ", said=" + said);
        findings.require(
                Invariant.I3,
                !order.open(),
                () -> "open at the venue after the end: order=" + orderId + ", said=" + said);
    }

    /** An order the venue does not have must be known here not to be there. */
    private void checkKnown(long orderId, Evidence.Sent sent, boolean isAtVenue) {
        if (!isAtVenue && sent.isNew()) {
            List<ExecType> said = evidence.said(orderId);
            findings.require(
                    Invariant.I7,
                    said.stream().anyMatch(ENDED::contains),
                    () -> "neither at the venue nor known not to be: order=" + orderId + ", said=" + said);
        }
    }
}
