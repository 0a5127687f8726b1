package io.lockstep.launcher.tape;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Learns from market data what an instrument's price and quantity steps are, and when the data starts. Owned by one thread. */
final class InstrumentSurvey {
    private final List<PriceSteps> steps = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final BarDecoder bar = new BarDecoder();
    private long firstTimeNs = Long.MAX_VALUE;

    /** Takes all records of a line. */
    void see(RecordList records) {
        for (int i = 0; i < records.count(); i++) {
            see(records.buffer(), records.offset(i));
        }
    }

    /** Time of the earliest record, UTC, nanoseconds; the largest long if there was none. */
    long firstTimeNs() {
        return firstTimeNs;
    }

    /** What was learned about an instrument. */
    PriceSteps steps(int instrumentId) {
        while (steps.size() <= instrumentId) {
            steps.add(new PriceSteps());
        }
        return steps.get(instrumentId);
    }

    private void see(DirectBuffer buffer, int offset) {
        firstTimeNs = Math.min(firstTimeNs, RecordLayout.timeNs(buffer, offset));
        int message = offset + MESSAGE_OFFSET;
        switch (RecordLayout.templateId(buffer, offset)) {
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrapAndApplyHeader(buffer, message, header);
                steps(trade.instrumentId()).see(trade.price(), trade.quantity());
            }
            case TopOfBookDecoder.TEMPLATE_ID -> seeQuote(buffer, message);
            case DepthUpdateDecoder.TEMPLATE_ID -> seeDepth(buffer, message);
            case BarDecoder.TEMPLATE_ID -> seeBar(buffer, message);
            default -> {}
        }
    }

    private void seeQuote(DirectBuffer buffer, int message) {
        quote.wrapAndApplyHeader(buffer, message, header);
        PriceSteps seen = steps(quote.instrumentId());
        seen.see(quote.bidPrice(), quote.bidQuantity());
        seen.see(quote.askPrice(), quote.askQuantity());
    }

    private void seeDepth(DirectBuffer buffer, int message) {
        depth.wrapAndApplyHeader(buffer, message, header);
        PriceSteps seen = steps(depth.instrumentId());
        for (DepthUpdateDecoder.BidsDecoder bids = depth.bids(); bids.hasNext(); ) {
            bids.next();
            seen.see(bids.price(), bids.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder asks = depth.asks(); asks.hasNext(); ) {
            asks.next();
            seen.see(asks.price(), asks.quantity());
        }
    }

    private void seeBar(DirectBuffer buffer, int message) {
        bar.wrapAndApplyHeader(buffer, message, header);
        PriceSteps seen = steps(bar.instrumentId());
        seen.see(bar.openPrice(), bar.volume());
        seen.see(bar.highPrice(), bar.volume());
        seen.see(bar.lowPrice(), bar.volume());
        seen.see(bar.closePrice(), bar.volume());
    }
}
