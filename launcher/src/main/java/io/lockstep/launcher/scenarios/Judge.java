package io.lockstep.launcher.scenarios;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.orderentry.ClientOrderId;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.venue.VenueLedger.Fill;
import io.lockstep.simulator.venue.VenueLedger.Order;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds what a session says against what is true at the venue. */
final class Judge {
    private static final Set<ExecType> REFUSED = EnumSet.of(ExecType.REJECTED, ExecType.PRESUMED_ABSENT);

    private final LoopbackVenue venue;
    private final Evidence evidence;
    private final VenueLedger before;
    private final VenueLedger after;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * A judge of one session.
     *
     * @param before the venue's books when it began
     * @param after the same when it had ended
     */
    Judge(LoopbackVenue venue, Evidence evidence, VenueLedger before, VenueLedger after) {
        this.venue = venue;
        this.evidence = evidence;
        this.before = before;
        this.after = after;
        violations.addAll(evidence.violations());
    }

    /**
     * What did not hold.
     *
     * @param position what the strategy says it holds
     * @param limits largest position and largest order value
     */
    List<Violation> judge(long position, ScenarioLimits limits) {
        Map<Long, Order> atVenue = orders();
        atVenue.forEach(this::checkOrder);
        evidence.sent().keySet().forEach(id -> checkEnd(id, atVenue.containsKey(id)));
        checkFills();
        checkPosition(position);
        checkCash();
        checkLimits(limits);
        return violations;
    }

    /** Our orders at the venue, by our id. */
    private Map<Long, Order> orders() {
        Map<Long, Order> orders = new LinkedHashMap<>();
        for (Order order : after.orders()) {
            byte[] id = order.clientOrderId().getBytes(StandardCharsets.US_ASCII);
            if (id.length != ClientOrderId.LENGTH || ClientOrderId.purpose(id, 0) != ClientOrderId.ORDER) {
                add("I1", "an order nobody here sent: clientOrderId=" + order.clientOrderId());
                continue;
            }
            long orderId = ClientOrderId.orderId(id, 0);
            if (orders.put(orderId, order) != null) {
                add("I2", "two orders of one intent: order=" + orderId);
            }
            if (!evidence.sent().containsKey(orderId)) {
                add("I1", "an order that was never journaled: order=" + orderId);
            }
        }
        return orders;
    }

    private void checkOrder(long orderId, Order order) {
        Set<ExecType> said = evidence.said(orderId);
        if (said.contains(ExecType.PRESUMED_ABSENT)) {
            add("I7", "given up although the venue has it: order=" + orderId);
        }
        if (said.contains(ExecType.REJECTED) && order.executed() > 0) {
            add("I14", "rejected and traded: order=" + orderId);
        }
        if (order.open()) {
            add("I3", "open at the venue after the end: order=" + orderId + ", said=" + said);
        }
        Evidence.Sent sent = evidence.sent().get(orderId);
        if (sent != null && order.executed() > Math.max(sent.quantity(), order.quantity())) {
            add("I2", "traded more than was asked for: order=" + orderId);
        }
    }

    /** An order the venue does not have must be known here not to be there. */
    private void checkEnd(long orderId, boolean isAtVenue) {
        Set<ExecType> said = evidence.said(orderId);
        Evidence.Sent sent = Objects.requireNonNull(evidence.sent().get(orderId));
        boolean isNew = sent.originalId() == FixedPoint.NULL || sent.originalId() == 0;
        boolean ended = said.contains(ExecType.CANCELED) || said.stream().anyMatch(REFUSED::contains);
        if (!isAtVenue && isNew && !ended) {
            add("I7", "neither at the venue nor known not to be: order=" + orderId + ", said=" + said);
        }
    }

    private void checkFills() {
        int atVenue =
                after.orders().stream().mapToInt(order -> order.fills().size()).sum();
        if (atVenue != evidence.executionCount()) {
            add("I3", "executions: venue=" + atVenue + ", journal=" + evidence.executionCount());
        }
        BigInteger journal = BigInteger.ZERO;
        for (Evidence.Execution each : evidence.executions()) {
            journal = journal.add(value(each.side() == Side.BUY, each.quantity(), each.price()));
        }
        BigInteger venueValue = BigInteger.ZERO;
        for (Order order : after.orders()) {
            for (Fill fill : order.fills()) {
                venueValue = venueValue.add(value(order.buys(), fill.quantity(), fill.price()));
            }
        }
        if (!journal.equals(venueValue)) {
            add("I3", "value of all executions: venue=" + venueValue + ", journal=" + journal);
        }
    }

    private void checkPosition(long position) {
        String symbol = ScenarioSetup.symbol(venue);
        String base = ScenarioSetup.baseAsset(venue);
        long held = venue == LoopbackVenue.SPOT
                ? amount(after.balances(), base) - amount(before.balances(), base)
                : amount(after.positions(), symbol);
        if (held != position) {
            add("I3", "position: venue=" + FixedPoint.format(held) + ", here=" + FixedPoint.format(position));
        }
    }

    /** On spot the quote balance follows from the journal's executions to the last digit; on futures the fees do. */
    private void checkCash() {
        long fees = 0;
        long paid = 0;
        for (Evidence.Execution each : evidence.executions()) {
            fees += each.feeAsset().equals(ScenarioSetup.QUOTE) ? each.fee() : 0;
            long value = FixedPoint.multiply(each.price(), each.quantity(), RoundingMode.HALF_EVEN);
            paid += each.side() == Side.BUY ? value : -value;
        }
        if (venue == LoopbackVenue.SPOT) {
            long moved = amount(before.balances(), ScenarioSetup.QUOTE) - amount(after.balances(), ScenarioSetup.QUOTE);
            if (Math.abs(moved - paid - fees) > evidence.executionCount()) {
                add(
                        "I4",
                        "cash spent: venue=" + FixedPoint.format(moved) + ", journal="
                                + FixedPoint.format(paid + fees));
            }
            return;
        }
        long charged = after.orders().stream()
                .flatMap(order -> order.fills().stream())
                .mapToLong(Fill::fee)
                .sum();
        if (charged != fees) {
            add("I4", "fees: venue=" + FixedPoint.format(charged) + ", journal=" + FixedPoint.format(fees));
        }
    }

    private void checkLimits(ScenarioLimits limits) {
        long held = 0;
        for (Order order : after.orders()) {
            long price = order.fills().isEmpty() ? 0 : order.fills().get(0).price();
            long value = FixedPoint.multiply(price, order.quantity(), RoundingMode.HALF_EVEN);
            if (value > limits.maxOrderNotional()) {
                add("I5", "an order above its limit: clientOrderId=" + order.clientOrderId());
            }
            held += order.buys() ? order.executed() : -order.executed();
            if (held > limits.maxLong() || held < 0) {
                add("I6", "a position beyond its limit: position=" + FixedPoint.format(held));
            }
        }
    }

    private void add(String invariant, String detail) {
        violations.add(new Violation(invariant, detail));
    }

    private static BigInteger value(boolean buys, long quantity, long price) {
        BigInteger value = BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(price));
        return buys ? value : value.negate();
    }

    private static long amount(Map<String, Long> amounts, String name) {
        return amounts.getOrDefault(name, 0L);
    }
}
