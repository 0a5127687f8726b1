package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.Fill;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import java.util.ArrayList;
import java.util.List;

/** Collects what the core says as one line each: a test compares the whole story. */
public final class Story implements MatchingListener {
    private final List<String> lines = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();

    /** A fill as a checker books it. */
    public record Execution(int account, boolean buy, long quantity, long notional, long fee) {}

    /** The fills since the last call. */
    public List<Execution> takeExecutions() {
        List<Execution> taken = List.copyOf(executions);
        executions.clear();
        return taken;
    }

    /** The lines since the last call. */
    public List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public void onAccepted(ClientOrder order, long timeNs) {
        lines.add("accepted " + order.tag());
    }

    @Override
    public void onRejected(OrderRequest request, RejectReason reason, long timeNs) {
        lines.add("rejected " + request.tag() + " " + reason);
    }

    @Override
    public void onTriggered(ClientOrder order, long timeNs) {
        lines.add("triggered " + order.tag());
    }

    @Override
    public void onFill(ClientOrder order, Fill fill) {
        executions.add(new Execution(order.accountId(), order.isBuy(), fill.quantity(), fill.notional(), fill.fee()));
        lines.add("fill " + order.tag() + " " + FixedPoint.format(fill.quantity()) + "@"
                + FixedPoint.format(fill.price()) + (fill.isMaker() ? " maker" : " taker")
                + (fill.isForced() ? " forced" : ""));
    }

    @Override
    public void onEnded(ClientOrder order, EndReason reason, long timeNs) {
        lines.add("ended " + order.tag() + " " + reason);
    }

    @Override
    public void onReplaced(ClientOrder order, long previousTag, long timeNs) {
        lines.add("replaced " + previousTag + " by " + order.tag());
    }

    @Override
    public void onFunding(Account account, int instrumentId, long payment, long timeNs) {
        lines.add("funding " + account.id() + " " + FixedPoint.format(payment));
    }

    @Override
    public void onLiquidation(Account account, long timeNs) {
        lines.add("liquidation " + account.id());
    }

    @Override
    public void onFormedQuote(int instrumentId, long bid, long ask, long quantity, long timeNs) {
        lines.add("quote " + FixedPoint.format(bid) + "/" + FixedPoint.format(ask));
    }
}
