package io.lockstep.simulator.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.SymbolSpec;
import io.lockstep.simulator.order.TradingRules;
import java.util.List;

/**
 * One symbol of the simulated Binance. The built-in ones have the filters of exchange information of September 2026.
 *
 * @param symbol upper case
 * @param baseAsset what is bought
 * @param quoteAsset what it is paid in
 * @param tickSize smallest price step, quote currency, E8
 * @param lotSize smallest quantity step, base currency, E8
 * @param maxQuantity largest limit order, base currency, E8
 * @param marketMaxQuantity largest market order, base currency, E8
 * @param minNotional smallest order value, quote currency, E8
 * @param makerFee fee of a resting fill, fraction of notional, E8
 * @param takerFee fee of a taking fill, fraction of notional, E8
 * @param startPrice first price of the synthetic market, quote currency, E8
 */
public record BinanceSymbol(
        @Setting(help = "symbol, upper case") String symbol,
        @Setting(help = "what is bought") String baseAsset,

        @Setting(help = "what it is paid in", fallback = "USDT")
        String quoteAsset,

        @Setting(
                help = "smallest price step",
                unit = "quote currency",
                decimal = true,
                least = "0.00000001",
                most = "1000000")
        long tickSize,

        @Setting(
                help = "smallest quantity step",
                unit = "base currency",
                decimal = true,
                least = "0.00000001",
                most = "1000000")
        long lotSize,

        @Setting(
                help = "largest limit order",
                unit = "base currency",
                decimal = true,
                fallback = "9000",
                least = "0.00000001",
                most = "10000000000")
        long maxQuantity,

        @Setting(
                help = "largest market order",
                unit = "base currency",
                decimal = true,
                fallback = "1000",
                least = "0.00000001",
                most = "10000000000")
        long marketMaxQuantity,

        @Setting(
                help = "smallest order value",
                unit = "quote currency",
                decimal = true,
                fallback = "5",
                least = "0",
                most = "1000000")
        long minNotional,

        @Setting(
                help = "fee of a resting fill, negative for a rebate",
                unit = "fraction of notional",
                decimal = true,
                fallback = "0.001",
                least = "-0.01",
                most = "0.05")
        long makerFee,

        @Setting(
                help = "fee of a taking fill",
                unit = "fraction of notional",
                decimal = true,
                fallback = "0.001",
                least = "0",
                most = "0.05")
        long takerFee,

        @Setting(
                help = "first price of the synthetic market",
                unit = "quote currency",
                decimal = true,
                fallback = "100",
                least = "0.00000001",
                most = "10000000")
        long startPrice) {

    private static final int OPEN_ORDERS = 200;

    /** Checks what the matching core demands of an instrument. */
    public BinanceSymbol {
        if (!symbol.equals(symbol.toUpperCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("must be upper case: symbol=" + symbol);
        }
        if (startPrice < tickSize) {
            throw new IllegalArgumentException(
                    "must be at least one tick: startPrice=" + startPrice + ", tickSize=" + tickSize);
        }
    }

    static List<BinanceSymbol> standardSpot() {
        return List.of(
                of("BTC", "0.01", "0.00001", "9000", "105", "5", "0.001", "0.001", "61837.64"),
                of("ETH", "0.01", "0.0001", "9000", "1700", "5", "0.001", "0.001", "2650.25"),
                of("BNB", "0.01", "0.001", "900000", "3200", "5", "0.001", "0.001", "512.4"));
    }

    static List<BinanceSymbol> standardUsdm() {
        return List.of(
                of("BTC", "0.1", "0.001", "1000", "120", "50", "0.0002", "0.0005", "61800.3"),
                of("ETH", "0.01", "0.001", "10000", "2000", "50", "0.0002", "0.0005", "2649.9"),
                of("BNB", "0.01", "0.01", "100000", "2000", "50", "0.0002", "0.0005", "512.2"));
    }

    /** The symbol with the filters spot adds: price between half and 1.2 times the last for bids, 0.8 and 2 times for asks. */
    SymbolSpec spot(int id) {
        TradingRules rules = new TradingRules(
                marketMaxQuantity, e8("9000000"), e8("1.2"), e8("0.5"), e8("2"), e8("0.8"), OPEN_ORDERS, false);
        return new SymbolSpec(instrument(id, Venue.BINANCE_SPOT, AssetClass.SPOT), rules, 8, 8, startPrice);
    }

    /** The perpetual with the filters USDⓈ-M adds: bids up to 1.05 times, asks down to 0.95 times the mark. */
    SymbolSpec usdm(int id) {
        TradingRules rules = new TradingRules(marketMaxQuantity, 0, e8("1.05"), 0, 0, e8("0.95"), OPEN_ORDERS, true);
        int priceDecimals = Math.max(2, Decimals.decimalsOf(tickSize));
        return new SymbolSpec(
                instrument(id, Venue.BINANCE_USDM, AssetClass.PERPETUAL),
                rules,
                priceDecimals,
                Decimals.decimalsOf(lotSize),
                startPrice);
    }

    private Instrument instrument(int id, Venue venue, AssetClass assetClass) {
        return new Instrument(
                id,
                venue,
                assetClass,
                symbol,
                baseAsset,
                quoteAsset,
                tickSize,
                lotSize,
                lotSize,
                maxQuantity,
                minNotional,
                FixedPoint.ONE,
                makerFee,
                takerFee);
    }

    private static BinanceSymbol of(
            String base,
            String tick,
            String lot,
            String most,
            String marketMost,
            String minNotional,
            String makerFee,
            String takerFee,
            String start) {
        return new BinanceSymbol(
                base + "USDT",
                base,
                "USDT",
                e8(tick),
                e8(lot),
                e8(most),
                e8(marketMost),
                e8(minNotional),
                e8(makerFee),
                e8(takerFee),
                e8(start));
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
