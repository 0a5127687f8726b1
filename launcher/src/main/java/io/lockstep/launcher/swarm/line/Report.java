package io.lockstep.launcher.swarm.line;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes what lists say of orders as a gateway does, as records without a place and a time. */
final class Report {
    private static final int ACCOUNT = 0;

    private final byte[] bytes = new byte[RecordLayout.MAX_LENGTH];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder encoder = new ExecutionReportEncoder();

    /** An order as it stands at the venue. */
    byte[] of(ExecType type, ReportSource source, VenueOrder order, String reason) {
        begin(type, source, order)
                .lastPx(0)
                .lastQty(0)
                .cumQty(order.cumQty())
                .leavesQty(order.leavesQty())
                .liquidity(Liquidity.NONE)
                .fee(0)
                .feeAsset("");
        return end(order.venueId(), 0, reason);
    }

    /** A trade. */
    byte[] of(ReportSource source, VenueFill fill) {
        begin(ExecType.FILL, source, fill.order())
                .orderId(orderId(fill.order(), fill.orderId()))
                .lastPx(fill.price())
                .lastQty(fill.quantity())
                .cumQty(fill.cumQty())
                .leavesQty(fill.leavesQty())
                .liquidity(fill.maker() ? Liquidity.MAKER : Liquidity.TAKER)
                .fee(fill.fee())
                .feeAsset(fill.feeAsset());
        return end(fill.order().venueId(), fill.execId(), "");
    }

    private ExecutionReportEncoder begin(ExecType type, ReportSource source, VenueOrder order) {
        clean();
        return encoder.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header)
                .orderId(orderId(order, order.currentId()))
                .accountId(ACCOUNT)
                .strategyId(order.wish().strategyId())
                .instrumentId(order.wish().instrumentId())
                .execType(type)
                .source(source)
                .side(order.wish().buy() ? Side.BUY : Side.SELL)
                .price(order.price())
                .quantity(order.quantity());
    }

    private static long orderId(VenueOrder order, long ours) {
        return order.isForeign() ? FixedPoint.NULL : ours;
    }

    private byte[] end(long venueId, long execId, String reason) {
        encoder.exchangeTimeNs(FixedPoint.NULL)
                .venueCode(ExecutionReportEncoder.venueCodeNullValue())
                .venueOrderId(venueId == 0 ? "" : Long.toString(venueId))
                .execId(execId == 0 ? "" : "T" + execId)
                .reason(reason);
        return Arrays.copyOf(bytes, encoder.limit());
    }

    private void clean() {
        Arrays.fill(bytes, 0, 512, (byte) 0);
    }
}
