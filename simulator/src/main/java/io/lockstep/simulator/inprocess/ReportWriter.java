package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.Fill;
import io.lockstep.simulator.order.OrderRequest;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes what the venue says as engine input records. Each record stands at offset 0 of its buffer. */
final class ReportWriter {
    private static final byte[] NO_ID = new byte[ExecutionReportEncoder.venueOrderIdLength()];

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
    private final AccountReportEncoder account = new AccountReportEncoder();
    private final PositionReportEncoder position = new PositionReportEncoder();
    private final TopOfBookEncoder top = new TopOfBookEncoder();
    private final AsciiId venueOrderId = new AsciiId(ExecutionReportEncoder.venueOrderIdLength());
    private final AsciiId execId = new AsciiId(ExecutionReportEncoder.execIdLength());
    private long executions;

    /** Sets what venue order ids and execution ids start with, so that they differ between starts. */
    void idPrefix(String prefix) {
        venueOrderId.prefix(prefix);
        execId.prefix(prefix);
    }

    /** An order was accepted, triggered, replaced, canceled or expired, or a cancel or change of it was refused. */
    void order(UnsafeBuffer buffer, ExecType type, ClientOrder order, int code, String reason, long timeNs) {
        start(buffer, type, timeNs);
        describe(order);
        noFill(code);
        finish(reason, timeNs);
    }

    /** An order traded. */
    void fill(UnsafeBuffer buffer, ClientOrder order, Fill fill) {
        start(buffer, ExecType.FILL, fill.timeNs());
        describe(order);
        execution
                .liquidity(fill.isMaker() ? Liquidity.MAKER : Liquidity.TAKER)
                .lastPx(fill.price())
                .lastQty(fill.quantity())
                .fee(fill.fee())
                .feeAsset(fill.feeAsset())
                .venueCode(ExecutionReportEncoder.venueCodeNullValue());
        finish(fill.isForced() ? "LIQUIDATION" : "", fill.timeNs());
    }

    /** A new order was refused, or a cancel or change named an order the venue does not know. */
    void refused(UnsafeBuffer buffer, ExecType type, OrderRequest request, int code, String reason, long timeNs) {
        start(buffer, type, timeNs);
        execution
                .orderId(request.tag())
                .accountId(request.accountId())
                .strategyId(request.owner())
                .instrumentId(request.instrumentId())
                .side(request.side())
                .price(request.price())
                .quantity(request.quantity())
                .cumQty(0)
                .leavesQty(0);
        execution.putVenueOrderId(NO_ID, 0);
        noFill(code);
        finish(reason, timeNs);
    }

    /** A balance. */
    void balance(
            UnsafeBuffer buffer,
            Account owner,
            Ledger ledger,
            int asset,
            ReportSource source,
            boolean last,
            long timeNs) {
        account.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header)
                .accountId(owner.id())
                .source(source)
                .exchangeTimeNs(timeNs)
                .free(owner.free(asset))
                .locked(owner.locked(asset))
                .asset(ledger.assets().name(asset));
        account.flags().clear().last(last);
        complete(buffer, account.limit(), timeNs);
    }

    /** A position. */
    void position(
            UnsafeBuffer buffer,
            Account owner,
            Position held,
            long liquidationPrice,
            ReportSource source,
            boolean last,
            long timeNs) {
        position.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header)
                .accountId(owner.id())
                .instrumentId(held.instrumentId())
                .source(source)
                .exchangeTimeNs(timeNs)
                .quantity(held.quantity())
                .entryPrice(held.quantity() == 0 ? FixedPoint.NULL : held.entryPrice())
                .liquidationPrice(liquidationPrice == 0 ? FixedPoint.NULL : liquidationPrice)
                .leverage(held.leverage());
        position.flags().clear().last(last);
        complete(buffer, position.limit(), timeNs);
    }

    /** A quote formed around a trade, marked simulated. */
    void formedQuote(UnsafeBuffer buffer, int instrumentId, long bid, long ask, long quantity, long timeNs) {
        top.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .exchangeTimeNs(timeNs)
                .updateId(FixedPoint.NULL)
                .bidPrice(bid)
                .bidQuantity(quantity)
                .askPrice(ask)
                .askQuantity(quantity);
        top.flags().clear().simulated(true);
        complete(buffer, top.limit(), timeNs);
    }

    private void start(UnsafeBuffer buffer, ExecType type, long timeNs) {
        execution
                .wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header)
                .execType(type)
                .source(ReportSource.STREAM)
                .exchangeTimeNs(timeNs);
        execution.putExecId(execId.of(++executions), 0);
    }

    private void describe(ClientOrder order) {
        execution
                .orderId(order.tag() == 0 ? FixedPoint.NULL : order.tag())
                .accountId(order.accountId())
                .strategyId(order.owner())
                .instrumentId(order.instrumentId())
                .side(order.side())
                .price(order.price())
                .quantity(order.quantity())
                .cumQty(order.cumQty())
                .leavesQty(order.leavesQty())
                .putVenueOrderId(venueOrderId.of(order.id()), 0);
    }

    private void noFill(int code) {
        execution
                .liquidity(Liquidity.NONE)
                .lastPx(0)
                .lastQty(0)
                .fee(0)
                .feeAsset("")
                .venueCode(code == 0 ? ExecutionReportEncoder.venueCodeNullValue() : code);
    }

    private void finish(String reason, long timeNs) {
        execution.reason(reason);
        complete((UnsafeBuffer) execution.buffer(), execution.limit(), timeNs);
    }

    private static void complete(UnsafeBuffer buffer, int end, long timeNs) {
        RecordLayout.length(buffer, 0, end);
        RecordLayout.timeNs(buffer, 0, timeNs);
    }
}
