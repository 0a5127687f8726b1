package io.lockstep.engine.testkit;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Liquidity;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import java.util.Arrays;

/** An execution report being written, reused; {@link #publish} hands it over. Allocates nothing unless a text is set. */
public final class ReportDraft {
    private final Events events;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExecutionReportEncoder encoder = new ExecutionReportEncoder();
    private final byte[] execId = new byte[ExecutionReportEncoder.execIdEncodingLength()];
    private ExecType execType = ExecType.ACCEPTED;
    private ReportSource source = ReportSource.STREAM;
    private long orderId;
    private int accountId;
    private int strategyId;
    private int instrumentId;
    private Side side = Side.NONE;
    private long price;
    private long quantity;
    private long lastPx;
    private long lastQty;
    private long cumQty;
    private long leavesQty;
    private long fee;
    private String feeAsset = "";

    ReportDraft(Events events) {
        this.events = events;
    }

    ReportDraft start(ExecType type, long order, int account, int strategy, int instrument, Side of) {
        execType = type;
        source = ReportSource.STREAM;
        orderId = order;
        accountId = account;
        strategyId = strategy;
        instrumentId = instrument;
        side = of;
        price = FixedPoint.NULL;
        quantity = FixedPoint.NULL;
        lastPx = 0;
        lastQty = 0;
        cumQty = 0;
        leavesQty = 0;
        fee = 0;
        feeAsset = "";
        Arrays.fill(execId, (byte) 0);
        return this;
    }

    /** How it became known; STREAM unless set. */
    public ReportDraft source(ReportSource value) {
        source = value;
        return this;
    }

    /** Our id, where it is another than the command's. */
    public ReportDraft orderId(long value) {
        orderId = value;
        return this;
    }

    /** The order's price and quantity as the venue has them, E8. */
    public ReportDraft order(long orderPrice, long orderQuantity) {
        price = orderPrice;
        quantity = orderQuantity;
        return this;
    }

    /** A fill's price and quantity, and what is filled and open after it, E8. */
    public ReportDraft fill(long px, long qty, long cum, long leaves) {
        lastPx = px;
        lastQty = qty;
        cumQty = cum;
        leavesQty = leaves;
        return this;
    }

    /** Fee, E8. */
    public ReportDraft fee(long amount, String asset) {
        fee = amount;
        feeAsset = asset;
        return this;
    }

    /** The execution's id, as a number in decimal digits. */
    public ReportDraft execId(long number) {
        long rest = number;
        int end = 20;
        Arrays.fill(execId, (byte) 0);
        for (int i = end - 1; i >= 0; i--) {
            execId[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** Hands the report over. */
    public void publish() {
        EngineEvent event = events.claim();
        encoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .orderId(orderId)
                .accountId(accountId)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .execType(execType)
                .source(source)
                .side(side)
                .liquidity(Liquidity.NONE)
                .price(price)
                .quantity(quantity)
                .lastPx(lastPx)
                .lastQty(lastQty)
                .cumQty(cumQty)
                .leavesQty(leavesQty)
                .fee(fee)
                .feeAsset(feeAsset)
                .exchangeTimeNs(events.timeNs())
                .venueCode(ExecutionReportEncoder.venueCodeNullValue())
                .venueOrderId("")
                .putExecId(execId, 0)
                .putReason(execId, 0, 0);
        events.publish(event, encoder.limit());
    }
}
