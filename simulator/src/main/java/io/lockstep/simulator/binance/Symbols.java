package io.lockstep.simulator.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.order.TradingRules;
import java.util.List;

/** The symbols of the simulated Binance, with filters as seen in exchange information of September 2026. */
final class Symbols {
    private Symbols() {}

    static List<SymbolSpec> spot() {
        return List.of(
                spot(0, "BTC", "0.01", "0.00001", "9000", "105", "61837.64"),
                spot(1, "ETH", "0.01", "0.0001", "9000", "1700", "2650.25"),
                spot(2, "BNB", "0.01", "0.001", "900000", "3200", "512.4"));
    }

    static List<SymbolSpec> usdm() {
        return List.of(
                usdm(0, "BTC", "0.1", "0.001", "1000", "120", "61800.3"),
                usdm(1, "ETH", "0.01", "0.001", "10000", "2000", "2649.9"),
                usdm(2, "BNB", "0.01", "0.01", "100000", "2000", "512.2"));
    }

    private static SymbolSpec spot(
            int id, String base, String tick, String lot, String most, String marketMost, String price) {
        Instrument instrument = instrument(id, false, base, tick, lot, most, "5", "0.001", "0.001");
        TradingRules rules =
                new TradingRules(e8(marketMost), e8("9000000"), e8("1.2"), e8("0.5"), e8("2"), e8("0.8"), 200, false);
        return new SymbolSpec(instrument, rules, 8, 8, e8(price));
    }

    private static SymbolSpec usdm(
            int id, String base, String tick, String lot, String most, String marketMost, String price) {
        Instrument instrument = instrument(id, true, base, tick, lot, most, "50", "0.0002", "0.0005");
        TradingRules rules = new TradingRules(e8(marketMost), 0, e8("1.05"), 0, 0, e8("0.95"), 200, true);
        int priceDecimals = Decimals.decimalsOf(instrument.tickSize());
        return new SymbolSpec(
                instrument, rules, Math.max(2, priceDecimals), Decimals.decimalsOf(instrument.lotSize()), e8(price));
    }

    private static Instrument instrument(
            int id,
            boolean futures,
            String base,
            String tick,
            String lot,
            String most,
            String minNotional,
            String makerFee,
            String takerFee) {
        return new Instrument(
                id,
                futures ? Venue.BINANCE_USDM : Venue.BINANCE_SPOT,
                futures ? AssetClass.PERPETUAL : AssetClass.SPOT,
                base + "USDT",
                base,
                "USDT",
                e8(tick),
                e8(lot),
                e8(lot),
                e8(most),
                e8(minNotional),
                FixedPoint.ONE,
                e8(makerFee),
                e8(takerFee));
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
