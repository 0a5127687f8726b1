package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import io.lockstep.simulator.order.SelfTradePrevention;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/** Carries out the engine's order commands when they arrive at the venue. Orders are found by the engine's ids. */
final class CommandReader {
    private static final long NONE = 0;

    private final MatchingCore core;
    private final VenueReports reports;
    private final SelfTradePrevention selfTradePrevention;
    private final Long2LongHashMap venueIds = new Long2LongHashMap(NONE);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderCommandDecoder command = new OrderCommandDecoder();
    private final OrderRequest request = new OrderRequest();

    CommandReader(MatchingCore core, VenueReports reports, SelfTradePrevention selfTradePrevention) {
        this.core = core;
        this.reports = reports;
        this.selfTradePrevention = selfTradePrevention;
    }

    /** Carries out one command. */
    void read(DirectBuffer record, long timeNs) {
        command.wrapAndApplyHeader(record, RecordLayout.MESSAGE_OFFSET, header);
        switch (command.action()) {
            case NEW -> submit(timeNs);
            case CANCEL -> cancel(timeNs);
            case REPLACE -> replace(timeNs);
            case CANCEL_ALL -> core.cancelAll(command.accountId(), command.instrumentId(), EndReason.REQUESTED, timeNs);
            case ARM_COUNTDOWN, QUERY -> {
                // a venue in the engine's own process ends with it, and leaves no request without an answer to ask
                // about
            }
            case NULL_VAL -> throw new IllegalArgumentException("no such action: action=" + command.actionRaw());
        }
    }

    /** An order is gone: its engine id is no longer looked for. */
    void forget(ClientOrder order) {
        venueIds.remove(order.tag());
    }

    /** An order goes by another engine id. */
    void rename(ClientOrder order, long previousTag) {
        venueIds.remove(previousTag);
        venueIds.put(order.tag(), order.id());
    }

    /** An order was accepted under its engine id. */
    void remember(ClientOrder order) {
        venueIds.put(order.tag(), order.id());
    }

    private void submit(long timeNs) {
        fill(command.orderId())
                .side(command.side(), command.quantity())
                .type(command.orderType())
                .timeInForce(command.timeInForce())
                .expireNs(command.expireTimeNs())
                .reduceOnly(command.flags().reduceOnly())
                .closePosition(command.flags().closePosition())
                .selfTradePrevention(selfTradePrevention);
        if (command.orderType() == OrderType.TRAILING_STOP) {
            trail();
        }
        if (venueIds.containsKey(command.orderId())) {
            reports.onRejected(request, RejectReason.DUPLICATE_ID, timeNs);
        } else {
            core.submit(request, timeNs);
        }
    }

    private void cancel(long timeNs) {
        long target = target();
        RejectReason reason = core.cancel(command.accountId(), venueIds.get(target), timeNs);
        if (reason != RejectReason.NONE) {
            refuse(ExecType.CANCEL_REJECTED, target, reason, timeNs);
        }
    }

    private void replace(long timeNs) {
        fill(command.orderId()).side(command.side(), command.quantity());
        long target = command.originalOrderId();
        RejectReason reason = core.replace(venueIds.get(target), request, true, timeNs);
        if (reason != RejectReason.NONE) {
            refuse(ExecType.REPLACE_REJECTED, target, reason, timeNs);
        }
    }

    private void refuse(ExecType type, long target, RejectReason reason, long timeNs) {
        ClientOrder order = core.order(venueIds.get(target));
        if (order == null) {
            reports.onUnknownOrder(type, fill(target), timeNs);
        } else {
            reports.onRefusal(type, order, reason, timeNs);
        }
    }

    private OrderRequest fill(long tag) {
        return request.reset(command.accountId(), command.instrumentId(), tag)
                .owner(command.strategyId())
                .price(command.price())
                .stopPrice(command.stopPrice());
    }

    /** The stop given is where it stands now; it follows the market at the distance it has from the reference price. */
    private void trail() {
        boolean measurable = command.stopPrice() != FixedPoint.NULL && command.referencePrice() != FixedPoint.NULL;
        long distance = measurable ? Math.abs(command.referencePrice() - command.stopPrice()) : 0;
        request.trailDistance(distance).stopPrice(FixedPoint.NULL);
    }

    private long target() {
        return command.originalOrderId() == FixedPoint.NULL ? command.orderId() : command.originalOrderId();
    }
}
