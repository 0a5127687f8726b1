package io.lockstep.launcher.tape.format;

import io.lockstep.engine.port.EventPublisher;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/** Makes the decoder of a source. */
public final class Decoders {
    private final EventWriter events;

    /** @param out where the decoders publish */
    public Decoders(EventPublisher out) {
        this.events = new EventWriter(out);
    }

    /** Binance's archive of trades. */
    public LineDecoder binanceTrades(int instrumentId) {
        return new BinanceTradesDecoder(instrumentId, events);
    }

    /** Binance's archive of aggregate trades. */
    public LineDecoder binanceAggTrades(int instrumentId) {
        return new BinanceAggTradesDecoder(instrumentId, events);
    }

    /** Binance's archive of bars. */
    public LineDecoder binanceKlines(int instrumentId) {
        return new BinanceKlinesDecoder(instrumentId, events);
    }

    /** Trades with named columns. */
    public LineDecoder csvTrades(int instrumentId) {
        return new CsvTradesDecoder(instrumentId, events);
    }

    /**
     * Bars with named columns.
     *
     * @param spacing what is known about their length
     */
    public LineDecoder csvBars(int instrumentId, BarSpacing spacing) {
        return new CsvBarsDecoder(instrumentId, spacing, events);
    }

    /**
     * A LEAN file; its name says what is inside.
     *
     * @param place its whole path
     * @param ids the id of a symbol
     * @throws IllegalArgumentException if the name is none of LEAN's
     */
    public LineDecoder lean(String name, String place, ToIntFunction<String> ids) {
        LeanName parsed = LeanName.parse(name, place);
        int id = ids.applyAsInt(parsed.symbol());
        LocalDate date = parsed.date();
        if (date == null || !parsed.quotes() && parsed.resolution() != LeanName.Resolution.TICK) {
            return new LeanTradeBarDecoder(id, parsed, events);
        }
        if (!parsed.quotes()) {
            return new LeanTickTradeDecoder(id, date, events);
        }
        return parsed.resolution() == LeanName.Resolution.TICK
                ? new LeanTickQuoteDecoder(id, date, events)
                : new LeanQuoteBarDecoder(id, date, parsed.resolution().seconds(), events);
    }
}
