package io.lockstep.launcher.tape.bars;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The bars of a tape, by symbol and start; all of one length. */
final class BarTable {
    private final Map<Integer, String> symbols = new HashMap<>();
    private final Map<String, NavigableMap<Long, PriceBar>> bars = new TreeMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BarDecoder bar = new BarDecoder();
    private int seconds;

    /**
     * Reads a tape of bars to its end.
     *
     * @throws IllegalArgumentException if it has none, or some of different lengths
     */
    static BarTable read(RecordSource tape) {
        BarTable table = new BarTable();
        EngineEvent event = new EngineEvent();
        while (tape.next(event)) {
            table.take(event);
        }
        if (table.seconds == 0) {
            throw new IllegalArgumentException("no bars to check against on the tape");
        }
        return table;
    }

    /** Length of the bars. */
    Timeframe timeframe() {
        return Timeframe.ALL.stream()
                .filter(each -> each.seconds() == seconds)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such length of bars: seconds=" + seconds));
    }

    /** The bars of a symbol by their start; empty if there are none. */
    NavigableMap<Long, PriceBar> of(String symbol) {
        return bars.getOrDefault(symbol, Collections.emptyNavigableMap());
    }

    private void take(EngineEvent event) {
        if (event.templateId() == InstrumentDefinitionDecoder.TEMPLATE_ID) {
            Instrument instrument = Definitions.decode(event.buffer(), MESSAGE_OFFSET);
            symbols.put(instrument.id(), instrument.symbol());
        } else if (event.templateId() == BarDecoder.TEMPLATE_ID) {
            add(bar.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
        }
    }

    private void add(BarDecoder read) {
        if (seconds != 0 && seconds != read.timeframeSeconds()) {
            throw new IllegalArgumentException(
                    "bars of two lengths on one tape: seconds=" + seconds + " and " + read.timeframeSeconds());
        }
        seconds = read.timeframeSeconds();
        bars.computeIfAbsent(symbols.getOrDefault(read.instrumentId(), "?"), symbol -> new TreeMap<>())
                .put(read.openTimeNs(), bar(read));
    }

    static PriceBar bar(BarDecoder read) {
        return new PriceBar(
                read.openTimeNs(),
                read.openPrice(),
                read.highPrice(),
                read.lowPrice(),
                read.closePrice(),
                read.volume());
    }
}
