package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.CashMovementEncoder;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReportSource;

/** Writes reports on orders, balances, positions and cash into ring slots, waiting for room where there is none. Owned by one thread. */
final class ExecutionEncoder {
    private static final int MESSAGE = RecordLayout.MESSAGE_OFFSET;

    private final EventPublisher publisher;
    private final int accountId;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
    private final AccountReportEncoder balance = new AccountReportEncoder();
    private final PositionReportEncoder position = new PositionReportEncoder();
    private final CashMovementEncoder cash = new CashMovementEncoder();
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

    void publishBalance(
            ReportSource source, AsciiField asset, long free, long locked, long exchangeTimeNs, long receivedNs) {
        EngineEvent event = publisher.claim();
        balance.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .source(source)
                .exchangeTimeNs(exchangeTimeNs)
                .free(free)
                .locked(locked)
                .putAsset(asset.bytes(), 0);
        balance.flags().clear();
        publish(event, balance.limit(), receivedNs);
    }

    void publishPosition(
            ReportSource source,
            int instrumentId,
            long signedQuantity,
            long entryPrice,
            long liquidationPrice,
            long exchangeTimeNs,
            long receivedNs) {
        EngineEvent event = publisher.claim();
        position.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .source(source)
                .exchangeTimeNs(exchangeTimeNs)
                .quantity(signedQuantity)
                .entryPrice(entryPrice)
                .liquidationPrice(liquidationPrice)
                .leverage(PositionReportEncoder.leverageNullValue());
        position.flags().clear();
        publish(event, position.limit(), receivedNs);
    }

    void publishCash(
            CashReason reason,
            int instrumentId,
            AsciiField asset,
            long amount,
            AsciiField movementId,
            long exchangeTimeNs,
            long receivedNs) {
        EngineEvent event = publisher.claim();
        cash.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .instrumentId(instrumentId < 0 ? CashMovementEncoder.instrumentIdNullValue() : instrumentId)
                .reason(reason)
                .exchangeTimeNs(exchangeTimeNs)
                .amount(amount)
                .putAsset(asset.bytes(), 0)
                .putMovementId(movementId.bytes(), 0);
        publish(event, cash.limit(), receivedNs);
    }

    private void publish(EngineEvent event, int end, long receivedNs) {
        event.complete(end, receivedNs);
        publisher.publish(event);
        published++;
    }
}
