package io.lockstep.launcher.scenarios.judge;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.launcher.scenarios.judge.Evidence.Execution;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.venue.VenueLedger.Fill;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/** I3 and I4: no fill is lost and none is booked twice; position and cash follow from the journal's fills and are the venue's. */
final class BooksCheck {
    private final TradedPair pair;
    private final Evidence evidence;
    private final VenueLedger after;
    private final Findings findings;

    BooksCheck(TradedPair pair, Evidence evidence, VenueLedger after, Findings findings) {
        this.pair = pair;
        this.evidence = evidence;
        this.after = after;
        this.findings = findings;
    }

    void check(VenueLedger before, long position) {
        checkFills();
        checkPosition(before, position);
        if (pair.spot()) {
            checkCash(before);
        } else {
            checkFees();
        }
    }

    private void checkFills() {
        long atVenue =
                after.orders().stream().mapToLong(order -> order.fills().size()).sum();
        long here = evidence.executionCount();
        findings.require(Invariant.I3, atVenue == here, () -> "executions: venue=" + atVenue + ", journal=" + here);
        BigInteger journal = evidence.executions().values().stream()
                .map(each -> value(each.side() == Side.BUY, each.quantity(), each.price()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger venue = after.orders().stream()
                .flatMap(
                        order -> order.fills().stream().map(fill -> value(order.buys(), fill.quantity(), fill.price())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        findings.require(
                Invariant.I3,
                journal.equals(venue),
                () -> "value of all executions: venue=" + venue + ", journal=" + journal);
    }

    /** What the journal's fills add up to, what the venue says, and what the strategy believes are one number. */
    private void checkPosition(VenueLedger before, long position) {
        long booked = evidence.executions().values().stream()
                .mapToLong(each -> each.signedQuantity() - fee(each, pair.base()))
                .sum();
        long held = pair.spot()
                ? amount(after.balances(), pair.base()) - amount(before.balances(), pair.base())
                : amount(after.positions(), pair.symbol());
        findings.require(
                Invariant.I3,
                held == booked && held == position,
                () -> "position: venue=" + FixedPoint.format(held) + ", journal=" + FixedPoint.format(booked)
                        + ", strategy=" + FixedPoint.format(position));
    }

    /** The quote balance to the last digit but for the rounding of each fill. */
    private void checkCash(VenueLedger before) {
        long spent = 0;
        for (Execution each : evidence.executions().values()) {
            long value = FixedPoint.multiply(each.price(), each.quantity(), RoundingMode.HALF_EVEN);
            spent += (each.side() == Side.BUY ? value : -value) + fee(each, pair.quote());
        }
        long journal = spent;
        long moved = amount(before.balances(), pair.quote()) - amount(after.balances(), pair.quote());
        findings.require(
                Invariant.I4,
                Math.abs(moved - journal) <= evidence.executionCount(),
                () -> "cash spent: venue=" + FixedPoint.format(moved) + ", journal=" + FixedPoint.format(journal));
    }

    /** On futures prices settle into cash only as positions close; fees do at once. */
    private void checkFees() {
        long journal = evidence.executions().values().stream()
                .mapToLong(each -> fee(each, pair.quote()))
                .sum();
        long charged = after.orders().stream()
                .flatMap(order -> order.fills().stream())
                .mapToLong(Fill::fee)
                .sum();
        findings.require(
                Invariant.I4,
                charged == journal,
                () -> "fees: venue=" + FixedPoint.format(charged) + ", journal=" + FixedPoint.format(journal));
    }

    private static long fee(Execution execution, String asset) {
        return execution.feeAsset().equals(asset) ? execution.fee() : 0;
    }

    private static BigInteger value(boolean buys, long quantity, long price) {
        BigInteger value = BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(price));
        return buys ? value : value.negate();
    }

    private static long amount(Map<String, Long> amounts, String name) {
        return amounts.getOrDefault(name, 0L);
    }
}
