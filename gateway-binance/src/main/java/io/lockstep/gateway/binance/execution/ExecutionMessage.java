package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.execution.field.AsciiField;

/**
 * The venue's word on one order, mutable and reused; the fields mean what the event schema says of {@code ExecutionReport}. An absent
 * number is FixedPoint.NULL.
 */
final class ExecutionMessage {
    /** Error code that stands for none. */
    static final int NO_CODE = Integer.MIN_VALUE;

    final AsciiField venueOrderId = new AsciiField(40);
    final AsciiField execId = new AsciiField(40);
    final AsciiField feeAsset = new AsciiField(16);
    final AsciiField reason = new AsciiField(160);
    long orderId;
    int strategyId;
    int instrumentId;
    ExecType execType = ExecType.STATUS;
    ReportSource source = ReportSource.STREAM;
    Side side = Side.NONE;
    Liquidity liquidity = Liquidity.NONE;
    long price;
    long quantity;
    long lastPx;
    long lastQty;
    long cumQty;
    long leavesQty;
    long fee;
    long exchangeTimeNs;
    int venueCode;

    /** Forgets everything. */
    void clear() {
        venueOrderId.clear();
        execId.clear();
        feeAsset.clear();
        reason.clear();
        orderId = FixedPoint.NULL;
        strategyId = 0;
        instrumentId = -1;
        execType = ExecType.STATUS;
        source = ReportSource.STREAM;
        side = Side.NONE;
        liquidity = Liquidity.NONE;
        price = FixedPoint.NULL;
        quantity = FixedPoint.NULL;
        lastPx = 0;
        lastQty = 0;
        cumQty = 0;
        leavesQty = 0;
        fee = 0;
        exchangeTimeNs = FixedPoint.NULL;
        venueCode = NO_CODE;
    }
}
