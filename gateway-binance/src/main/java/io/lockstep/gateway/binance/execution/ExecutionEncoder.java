package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusEncoder;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.gateway.binance.reference.Product;

/** Writes reports into ring slots, waiting for room where there is none. Owned by one thread. */
final class ExecutionEncoder {
    private static final int MESSAGE = RecordLayout.MESSAGE_OFFSET;

    private final EventPublisher publisher;
    private final Product product;
    private final int accountId;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
    private final AccountReportEncoder balance = new AccountReportEncoder();
    private final PositionReportEncoder position = new PositionReportEncoder();
    private final ConnectionStatusEncoder connection = new ConnectionStatusEncoder();
    private long published;

    ExecutionEncoder(EventPublisher publisher, Product product, int accountId) {
        this.publisher = publisher;
        this.product = product;
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

    void publishBalance(AsciiField asset, long free, long locked, long exchangeTimeNs, long receivedNs) {
        EngineEvent event = publisher.claim();
        balance.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .source(ReportSource.STREAM)
                .exchangeTimeNs(exchangeTimeNs)
                .free(free)
                .locked(locked)
                .putAsset(asset.bytes(), 0);
        balance.flags().clear();
        publish(event, balance.limit(), receivedNs);
    }

    void publishPosition(int instrumentId, long signedQuantity, long entryPrice, long exchangeTimeNs, long receivedNs) {
        EngineEvent event = publisher.claim();
        position.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .source(ReportSource.STREAM)
                .exchangeTimeNs(exchangeTimeNs)
                .quantity(signedQuantity)
                .entryPrice(entryPrice)
                .liquidationPrice(PositionReportEncoder.liquidationPriceNullValue())
                .leverage(PositionReportEncoder.leverageNullValue());
        position.flags().clear();
        publish(event, position.limit(), receivedNs);
    }

    void publishStreamDown(String reason, long receivedNs) {
        EngineEvent event = publisher.claim();
        connection
                .wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .venue(product.venue())
                .accountId(accountId)
                .stream(StreamKind.USER_DATA)
                .state(ConnectionState.DOWN)
                .reason(reason);
        publish(event, connection.limit(), receivedNs);
    }

    private void publish(EngineEvent event, int end, long receivedNs) {
        event.complete(end, receivedNs);
        publisher.publish(event);
        published++;
    }
}
