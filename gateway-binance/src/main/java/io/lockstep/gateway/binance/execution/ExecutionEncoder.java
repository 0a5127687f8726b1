package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;

/** Writes reports on orders into ring slots, waiting for room where there is none. Owned by one thread. */
final class ExecutionEncoder {
    private static final int MESSAGE = RecordLayout.MESSAGE_OFFSET;

    private final EventPublisher publisher;
    private final int accountId;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
    private long published;

    ExecutionEncoder(EventPublisher publisher, int accountId) {
        this.publisher = publisher;
        this.accountId = accountId;
    }

    /** Events published so far. */
    long published() {
        return published;
    }

    void publish(ExecutionMessage message, long receivedNs) {
        EngineEvent event = publisher.claim();
        int code = message.venueCode == ExecutionMessage.NO_CODE
                ? ExecutionReportEncoder.venueCodeNullValue()
                : message.venueCode;
        execution
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .orderId(message.orderId)
                .accountId(accountId)
                .strategyId(message.strategyId)
                .instrumentId(message.instrumentId)
                .execType(message.execType)
                .source(message.source)
                .side(message.side)
                .liquidity(message.liquidity)
                .price(message.price)
                .quantity(message.quantity)
                .lastPx(message.lastPx)
                .lastQty(message.lastQty)
                .cumQty(message.cumQty)
                .leavesQty(message.leavesQty)
                .fee(message.fee)
                .putFeeAsset(message.feeAsset.bytes(), 0)
                .exchangeTimeNs(message.exchangeTimeNs)
                .venueCode(code)
                .putVenueOrderId(message.venueOrderId.bytes(), 0)
                .putExecId(message.execId.bytes(), 0)
                .putReason(message.reason.bytes(), 0, message.reason.length());
        publish(event, execution.limit(), receivedNs);
    }

    private void publish(EngineEvent event, int end, long receivedNs) {
        event.complete(end, receivedNs);
        publisher.publish(event);
        published++;
    }
}
