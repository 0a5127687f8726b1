package io.lockstep.launcher.incident;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Net positions and last prices as a journal's inputs tell them, each fill once; fees in quote currency are taken off. */
final class NetBooks {
    private final List<Instrument> instruments;
    private final Position[] positions;
    private final long[] prices;
    private final Set<String> fills = new HashSet<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private long lastPrice;
    private long lastFillPrice;
    private String lastFillText = "";

    NetBooks(List<Instrument> instruments) {
        this.instruments = instruments;
        positions = new Position[instruments.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Position();
        }
        prices = new long[instruments.size()];
    }

    /** Books one input; returns whether it is a fill. */
    boolean onInput(DirectBuffer buffer, int offset) {
        switch (RecordLayout.templateId(buffer, offset)) {
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrapAndApplyHeader(buffer, offset + MESSAGE_OFFSET, header);
                price(trade.instrumentId(), trade.price());
            }
            case TopOfBookDecoder.TEMPLATE_ID -> {
                quote.wrapAndApplyHeader(buffer, offset + MESSAGE_OFFSET, header);
                if (quote.bidPrice() > 0 && quote.askPrice() > 0) {
                    price(quote.instrumentId(), quote.bidPrice() + (quote.askPrice() - quote.bidPrice()) / 2);
                }
            }
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                report.wrapAndApplyHeader(buffer, offset + MESSAGE_OFFSET, header);
                return fill();
            }
            default -> {}
        }
        return false;
    }

    /** Realized and unrealized profit less fees, quote currencies added, E8. */
    long pnl() {
        long sum = 0;
        for (int i = 0; i < positions.length; i++) {
            sum += positions[i].realizedPnl()
                    + positions[i].unrealizedPnl(instruments.get(i), prices[i])
                    - positions[i].fees();
        }
        return sum;
    }

    long lastPrice() {
        return lastPrice;
    }

    long lastFillPrice() {
        return lastFillPrice;
    }

    String lastFillText() {
        return lastFillText;
    }

    private void price(int instrumentId, long price) {
        if (instrumentId >= 0 && instrumentId < prices.length) {
            prices[instrumentId] = price;
            lastPrice = price;
        }
    }

    private boolean fill() {
        int id = report.instrumentId();
        boolean known = report.execType() == ExecType.FILL && id >= 0 && id < positions.length;
        if (!known || !fills.add(report.accountId() + "|" + id + "|" + report.execId())) {
            return false;
        }
        Instrument instrument = instruments.get(id);
        positions[id].fill(instrument, report.side() == Side.BUY, report.lastPx(), report.lastQty());
        if (report.fee() != FixedPoint.NULL && report.feeAsset().equals(instrument.quoteAsset())) {
            positions[id].fee(report.fee());
        }
        lastFillPrice = report.lastPx();
        lastFillText = report.side() + " " + FixedPoint.format(report.lastQty()) + " " + instrument.symbol() + " at "
                + FixedPoint.format(report.lastPx());
        return true;
    }
}
