package io.lockstep.launcher.tape;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.journal.JournalReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Records as one line each, so that a test can compare the whole story. */
public final class RecordText {
    private static final MessageHeaderDecoder HEADER = new MessageHeaderDecoder();

    private RecordText() {}

    /** All records of a tape. */
    public static List<String> read(Path tape) {
        List<String> lines = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(tape)) {
            while (reader.next()) {
                lines.add(of(reader.buffer(), reader.offset()));
            }
            reader.requireSound();
        }
        return lines;
    }

    /** All records of a list. */
    public static List<String> of(RecordList records) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < records.count(); i++) {
            lines.add(of(records.buffer(), records.offset(i)));
        }
        return lines;
    }

    private static String of(DirectBuffer buffer, int offset) {
        int message = offset + MESSAGE_OFFSET;
        String time = time(RecordLayout.timeNs(buffer, offset));
        return time + " "
                + switch (RecordLayout.templateId(buffer, offset)) {
                    case InstrumentDefinitionDecoder.TEMPLATE_ID -> definition(Definitions.decode(buffer, message));
                    case TradeDecoder.TEMPLATE_ID ->
                        trade(new TradeDecoder().wrapAndApplyHeader(buffer, message, HEADER));
                    case TopOfBookDecoder.TEMPLATE_ID ->
                        quote(new TopOfBookDecoder().wrapAndApplyHeader(buffer, message, HEADER));
                    case BarDecoder.TEMPLATE_ID -> bar(new BarDecoder().wrapAndApplyHeader(buffer, message, HEADER));
                    case DepthUpdateDecoder.TEMPLATE_ID ->
                        depth(new DepthUpdateDecoder().wrapAndApplyHeader(buffer, message, HEADER));
                    case MarketDataGapDecoder.TEMPLATE_ID ->
                        gap(new MarketDataGapDecoder().wrapAndApplyHeader(buffer, message, HEADER));
                    default -> "template " + RecordLayout.templateId(buffer, offset);
                };
    }

    private static String definition(Instrument instrument) {
        return "define " + instrument.id() + " " + instrument.venue() + " " + instrument.symbol() + " "
                + instrument.baseAsset() + "/" + instrument.quoteAsset() + " tick " + number(instrument.tickSize())
                + " lot "
                + number(instrument.lotSize());
    }

    private static String trade(TradeDecoder trade) {
        StringBuilder flags = new StringBuilder();
        trade.flags().appendTo(flags);
        String marks = flags.toString().replace("{", "").replace("}", "");
        return "trade " + trade.instrumentId() + " " + trade.aggressor() + " " + number(trade.quantity()) + " @ "
                + number(trade.price()) + " id " + number(trade.tradeId(), trade.lastTradeId())
                + (marks.isEmpty() ? "" : " " + marks);
    }

    private static String quote(TopOfBookDecoder quote) {
        return "quote " + quote.instrumentId() + " " + number(quote.bidQuantity()) + " @ " + number(quote.bidPrice())
                + " / " + number(quote.askQuantity()) + " @ " + number(quote.askPrice());
    }

    private static String bar(BarDecoder bar) {
        return "bar " + bar.instrumentId() + " " + bar.timeframeSeconds() + "s from " + time(bar.openTimeNs()) + " "
                + number(bar.openPrice()) + " " + number(bar.highPrice()) + " " + number(bar.lowPrice()) + " "
                + number(bar.closePrice()) + " x " + number(bar.volume());
    }

    private static String depth(DepthUpdateDecoder depth) {
        return depth.kind() + " " + depth.instrumentId() + " " + depth.firstUpdateId() + "-" + depth.lastUpdateId();
    }

    private static String gap(MarketDataGapDecoder gap) {
        return "gap " + gap.instrumentId() + " expected " + gap.expectedId() + " received " + gap.receivedId();
    }

    private static String number(long value) {
        return FixedPoint.format(value);
    }

    private static String number(long first, long last) {
        return first == FixedPoint.NULL ? "none" : first == last ? String.valueOf(first) : first + "-" + last;
    }

    private static String time(long ns) {
        return Instant.ofEpochSecond(0, ns).toString();
    }
}
