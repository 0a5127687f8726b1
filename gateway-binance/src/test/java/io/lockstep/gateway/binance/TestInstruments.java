package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.ArrayList;
import java.util.List;

/** Instruments for tests, numbered in the order of their symbols. */
public final class TestInstruments {
    private TestInstruments() {}

    /** A spot instrument with a tick of 0.01 and a lot of 0.00001. */
    public static Instrument spot(int id, String symbol) {
        return new Instrument(
                id,
                Venue.BINANCE_SPOT,
                AssetClass.SPOT,
                symbol,
                "BASE",
                "QUOTE",
                1_000_000,
                1_000,
                1_000,
                9_000 * FixedPoint.ONE,
                5 * FixedPoint.ONE,
                FixedPoint.ONE,
                100_000,
                100_000);
    }

    /** A table of spot instruments. */
    public static SymbolTable symbols(String... symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            instruments.add(spot(instruments.size(), symbol));
        }
        return SymbolTable.of(instruments);
    }
}
