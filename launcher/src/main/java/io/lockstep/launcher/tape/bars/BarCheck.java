package io.lockstep.launcher.tape.bars;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.indicator.IndicatorHandler;
import io.lockstep.engine.indicator.IndicatorRegistry;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TimerTickEncoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.telemetry.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a tape of ticks through the engine's own bar building and compares every bar with a data set's. Used once, by one thread. */
public final class BarCheck {
    /** Only an instrument's own trades close its bars: a tape may be of another day than the clock that recorded it. */
    private static final long NEVER_NS = Long.MAX_VALUE / 4;

    private final BarTable table;
    private final BarClassifier classifier = new BarClassifier();
    private final Map<Integer, Instrument> instruments = new TreeMap<>();
    private final Map<Integer, SymbolCheck> checks = new TreeMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BarDecoder bar = new BarDecoder();
    private @Nullable IndicatorHandler handler;

    private BarCheck(BarTable table) {
        this.table = table;
    }

    /**
     * Compares.
     *
     * @param ticks tape with trades, instruments first
     * @param bars tape with bars of one length, of the same symbols
     * @return by instrument; those without a bar to compare with are left out
     * @throws IllegalArgumentException if there is nothing to compare
     */
    public static List<SymbolBars> run(RecordSource ticks, RecordSource bars) {
        BarCheck check = new BarCheck(BarTable.read(bars));
        EngineEvent event = new EngineEvent();
        while (ticks.next(event)) {
            check.take(event);
        }
        return check.finish(event);
    }

    private void take(EngineEvent event) {
        switch (event.templateId()) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                Instrument instrument = Definitions.decode(event.buffer(), MESSAGE_OFFSET);
                instruments.put(instrument.id(), instrument);
            }
            case TradeDecoder.TEMPLATE_ID -> onTrade(event);
            default -> {}
        }
    }

    private void onTrade(EngineEvent event) {
        if (handler == null) {
            handler = begin();
        }
        build(handler, event);
        trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        SymbolCheck check = checks.get(trade.instrumentId());
        boolean counts = !trade.flags().bust() && !trade.flags().correction();
        if (check != null && counts) {
            long exchangeNs = trade.exchangeTimeNs();
            check.onPrint(exchangeNs == FixedPoint.NULL ? event.timeNs() : exchangeNs, Print.of(trade));
        }
    }

    private IndicatorHandler begin() {
        IndicatorRegistry registry = new IndicatorRegistry(timeNs -> 0);
        for (Instrument each : instruments.values()) {
            if (!table.of(each.symbol()).isEmpty()) {
                registry.bars(each, table.timeframe());
                long lengthNs = table.timeframe().nanos();
                checks.put(each.id(), new SymbolCheck(each.symbol(), lengthNs, table.of(each.symbol()), classifier));
            }
        }
        int ids = instruments.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
        return new IndicatorHandler(registry, ids, NEVER_NS, new Counters());
    }

    private void build(IndicatorHandler indicators, EngineEvent event) {
        indicators.onEvent(event);
        RecordBuffer built = event.derived().bars();
        for (int record = built.first(); record < built.end(); record = built.next(record)) {
            bar.wrapAndApplyHeader(built.buffer(), record + MESSAGE_OFFSET, header);
            SymbolCheck check = checks.get(bar.instrumentId());
            if (check != null) {
                check.onBar(BarTable.bar(bar));
            }
        }
    }

    private List<SymbolBars> finish(EngineEvent event) {
        if (handler == null || checks.isEmpty()) {
            throw new IllegalArgumentException("no symbol has both trades on the tape and bars to check them against");
        }
        TimerTickEncoder tick =
                new TimerTickEncoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder());
        event.complete(tick.limit(), Long.MAX_VALUE);
        build(handler, event);
        List<SymbolBars> results = new ArrayList<>();
        checks.values().forEach(check -> results.add(check.finish()));
        return results;
    }
}
