package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.CashMovementDecoder;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.VenueErrorDecoder;

/** Tells what is in a report, one line per event. */
public final class ReportText {
    private ReportText() {}

    /** The line of an event. */
    public static String of(EngineEvent event) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        int at = RecordLayout.MESSAGE_OFFSET;
        return switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID ->
                execution(new ExecutionReportDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            case AccountReportDecoder.TEMPLATE_ID ->
                balance(new AccountReportDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            case PositionReportDecoder.TEMPLATE_ID ->
                position(new PositionReportDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            case CashMovementDecoder.TEMPLATE_ID ->
                cash(new CashMovementDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            case ReconciliationMarkDecoder.TEMPLATE_ID ->
                mark(new ReconciliationMarkDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            case VenueErrorDecoder.TEMPLATE_ID ->
                error(new VenueErrorDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            case ConnectionStatusDecoder.TEMPLATE_ID ->
                connection(new ConnectionStatusDecoder().wrapAndApplyHeader(event.buffer(), at, header));
            default -> throw new AssertionError("unexpected template: " + event.templateId());
        };
    }

    private static String execution(ExecutionReportDecoder r) {
        StringBuilder text = new StringBuilder();
        text.append(r.execType()).append(' ').append(r.source());
        text.append(" order=").append(r.orderId() == FixedPoint.NULL ? "foreign" : r.orderId());
        text.append(" strategy=").append(r.strategyId()).append(" instrument=").append(r.instrumentId());
        text.append(' ').append(r.side());
        if (r.lastQty() != 0) {
            text.append(" last=").append(number(r.lastQty())).append('@').append(number(r.lastPx()));
            text.append(' ').append(r.liquidity());
        }
        text.append(" cum=").append(number(r.cumQty())).append(" leaves=").append(number(r.leavesQty()));
        if (r.fee() != 0) {
            text.append(" fee=").append(number(r.fee())).append(r.feeAsset());
        }
        text.append(" venueId=").append(r.venueOrderId()).append(" exec=").append(r.execId());
        if (r.venueCode() != ExecutionReportDecoder.venueCodeNullValue()) {
            text.append(" code=").append(r.venueCode());
        }
        String reason = r.reason();
        return text.append(reason.isEmpty() ? "" : " '" + reason + "'").toString();
    }

    private static String balance(AccountReportDecoder r) {
        return "balance " + r.asset() + " free=" + number(r.free()) + " locked=" + number(r.locked());
    }

    private static String position(PositionReportDecoder r) {
        return "position " + r.instrumentId() + ' ' + number(r.quantity()) + '@'
                + (r.entryPrice() == FixedPoint.NULL ? "?" : number(r.entryPrice()));
    }

    private static String cash(CashMovementDecoder r) {
        boolean none = r.instrumentId() == CashMovementDecoder.instrumentIdNullValue();
        return "cash " + r.reason() + ' ' + (none ? "none" : r.instrumentId()) + ' ' + number(r.amount()) + r.asset()
                + ' ' + r.movementId();
    }

    private static String mark(ReconciliationMarkDecoder r) {
        boolean none = r.entries() == ReconciliationMarkDecoder.entriesNullValue();
        return "mark " + r.kind() + ' ' + r.phase() + (none ? "" : " " + r.entries());
    }

    private static String error(VenueErrorDecoder r) {
        return "error " + r.code() + ' ' + r.venueCode();
    }

    private static String connection(ConnectionStatusDecoder r) {
        return "connection " + r.stream() + ' ' + r.state() + ' ' + r.reason();
    }

    private static String number(long e8) {
        return FixedPoint.format(e8);
    }
}
