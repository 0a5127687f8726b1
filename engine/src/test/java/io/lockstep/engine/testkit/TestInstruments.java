package io.lockstep.engine.testkit;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;

/** Instruments tests trade. */
public final class TestInstruments {
    private TestInstruments() {}

    /** Bitcoin spot: tick 0.01, lot 0.00001, min notional 5. */
    public static Instrument bitcoin(int id) {
        return of(id, AssetClass.SPOT, "BTCUSDT", "BTC", "USDT");
    }

    /** An Ether perpetual: tick 0.01, lot 0.00001, min notional 5. */
    public static Instrument etherPerpetual(int id) {
        return of(id, AssetClass.PERPETUAL, "ETHUSDT", "ETH", "USDT");
    }

    /** A share: tick 0.01, whole lots, no min notional. */
    public static Instrument share(int id) {
        return new Instrument(
                id,
                Venue.SIMULATED,
                AssetClass.EQUITY,
                "AAPL",
                "AAPL",
                "USD",
                e8("0.01"),
                FixedPoint.ONE,
                FixedPoint.ONE,
                e8("100000"),
                0,
                FixedPoint.ONE,
                0,
                0);
    }

    /** The same share at Alpaca, where it follows the exchange's hours. */
    public static Instrument listedShare(int id) {
        return share(id).as(id, Venue.ALPACA);
    }

    /** Reads a decimal. */
    public static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }

    private static Instrument of(int id, AssetClass assetClass, String symbol, String base, String quote) {
        return new Instrument(
                id,
                Venue.SIMULATED,
                assetClass,
                symbol,
                base,
                quote,
                e8("0.01"),
                e8("0.00001"),
                e8("0.00001"),
                e8("9000"),
                e8("5"),
                FixedPoint.ONE,
                e8("0.0002"),
                e8("0.0005"));
    }
}
