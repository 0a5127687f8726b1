package io.lockstep.gateway.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Instruments for tests, ids in the order of their symbols. */
public final class TestInstruments {
    private TestInstruments() {}

    /** One instrument per symbol; those with a slash are crypto. */
    public static List<Instrument> of(Collection<String> symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            instruments.add(of(instruments.size(), symbol));
        }
        return instruments;
    }

    private static Instrument of(int id, String symbol) {
        boolean crypto = symbol.indexOf('/') > 0;
        return new Instrument(
                id,
                Venue.ALPACA,
                crypto ? AssetClass.SPOT : AssetClass.EQUITY,
                symbol,
                crypto ? symbol.substring(0, symbol.indexOf('/')) : symbol,
                "USD",
                crypto ? 1 : FixedPoint.ONE / 100,
                crypto ? 1 : FixedPoint.ONE,
                crypto ? 1 : FixedPoint.ONE,
                FixedPoint.ONE * 1_000_000,
                0,
                FixedPoint.ONE,
                0,
                0);
    }
}
