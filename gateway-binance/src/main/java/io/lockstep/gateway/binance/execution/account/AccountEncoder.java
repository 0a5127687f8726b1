package io.lockstep.gateway.binance.execution.account;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.CashMovementEncoder;
import io.lockstep.engine.sbe.CashReason;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.execution.field.AsciiField;

/** Writes balances, positions and cash movements into ring slots, waiting for room where there is none. Owned by one thread. */
final class AccountEncoder {
    private static final int MESSAGE = RecordLayout.MESSAGE_OFFSET;

    private final EventPublisher publisher;
    private final int accountId;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AccountReportEncoder balance = new AccountReportEncoder();
    private final PositionReportEncoder position = new PositionReportEncoder();
    private final CashMovementEncoder cash = new CashMovementEncoder();
    private long published;

    AccountEncoder(EventPublisher publisher, int accountId) {
        this.publisher = publisher;
        this.accountId = accountId;
    }

    /** Events published so far. */
    long published() {
        return published;
    }

    /** A balance the stream tells of. */
    void publishBalance(AsciiField asset, long free, long locked, long exchangeTimeNs, long receivedNs) {
        encodeBalance(ReportSource.STREAM, asset, free, locked, exchangeTimeNs, false, receivedNs);
    }

    /** A balance of a list; the last of a list says that the list is whole. */
    void publishListedBalance(AsciiField asset, long free, long locked, boolean last, long receivedNs) {
        encodeBalance(ReportSource.RECONCILIATION, asset, free, locked, FixedPoint.NULL, last, receivedNs);
    }

    private void encodeBalance(
            ReportSource source,
            AsciiField asset,
            long free,
            long locked,
            long exchangeTimeNs,
            boolean last,
            long receivedNs) {
        EngineEvent event = publisher.claim();
        balance.wrapAndApplyHeader(event.buffer(), MESSAGE, header)
                .accountId(accountId)
                .source(source)
                .exchangeTimeNs(exchangeTimeNs)
                .free(free)
                .locked(locked)
                .putAsset(asset.bytes(), 0);
        balance.flags().clear().last(last);
        publish(event, balance.limit(), receivedNs);
    }

    /** A position as the stream or a list has it. An absent number is FixedPoint.NULL. */
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

    /**
     * Cash that moved without a trade.
     *
     * @param instrumentId what it moved for, negative for nothing of this run's
     */
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
