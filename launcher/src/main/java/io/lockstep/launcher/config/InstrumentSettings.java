package io.lockstep.launcher.config;

import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instrument with the venue's filters. Where the venue states them itself, its word replaces these at start.
 *
 * @param symbol the venue's symbol
 * @param venue where it trades
 * @param assetClass what it is
 * @param baseAsset what is bought
 * @param quoteAsset what it is paid in
 * @param tickSize smallest price step, quote currency, E8
 * @param lotSize smallest quantity step, base currency, E8
 * @param minQuantity smallest order quantity, base currency, E8; one lot unless given
 * @param maxQuantity largest order quantity, base currency, E8
 * @param minNotional smallest order value, quote currency, E8
 * @param contractSize base units of one quantity unit, E8
 * @param makerFee fee of a resting fill as a fraction of notional, E8; negative is a rebate
 * @param takerFee fee of a taking fill as a fraction of notional, E8
 * @param timeframes bars to build, shortest first
 */
public record InstrumentSettings(
        @Setting(help = "the venue's symbol, upper case") String symbol,
        @Setting(help = "venue it trades on") Venue venue,
        @Setting(help = "what it is", fallback = "spot") AssetClass assetClass,
        @Setting(help = "what is bought") String baseAsset,
        @Setting(help = "what it is paid in") String quoteAsset,

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
                help = "smallest order quantity; one lot unless given",
                unit = "base currency",
                decimal = true,
                least = "0.00000001")
        @Nullable
        Long minQuantity,

        @Setting(
                help = "largest order quantity",
                unit = "base currency",
                decimal = true,
                fallback = "1000000",
                most = "10000000000")
        long maxQuantity,

        @Setting(
                help = "smallest order value",
                unit = "quote currency",
                decimal = true,
                fallback = "0",
                least = "0",
                most = "1000000")
        long minNotional,

        @Setting(
                help = "base units of one quantity unit",
                unit = "base currency",
                decimal = true,
                fallback = "1",
                least = "0.00000001",
                most = "1000000")
        long contractSize,

        @Setting(
                help = "fee of a resting fill, negative for a rebate",
                unit = "fraction of notional",
                decimal = true,
                fallback = "0",
                least = "-0.01",
                most = "0.05")
        long makerFee,

        @Setting(
                help = "fee of a taking fill",
                unit = "fraction of notional",
                decimal = true,
                fallback = "0",
                least = "0",
                most = "0.05")
        long takerFee,

        @Setting(help = "bars to build from trades, such as 1s, 1m, 15m, 4h, 1d", fallback = "[]")
        List<String> timeframes) {

    /** Fills in the smallest quantity and checks what the engine demands of an instrument. */
    public InstrumentSettings {
        minQuantity = minQuantity == null ? Long.valueOf(lotSize) : minQuantity;
        timeframes = List.copyOf(timeframes);
        requireVenueSymbol(symbol);
        requireTimeframes(timeframes);
        new Instrument(
                0,
                venue,
                assetClass,
                symbol,
                baseAsset,
                quoteAsset,
                tickSize,
                lotSize,
                minQuantity,
                maxQuantity,
                minNotional,
                contractSize,
                makerFee,
                takerFee);
    }

    /** The engine's instrument of an id. */
    public Instrument toInstrument(int id) {
        long smallest = minQuantity == null ? lotSize : minQuantity;
        return new Instrument(
                id,
                venue,
                assetClass,
                symbol,
                baseAsset,
                quoteAsset,
                tickSize,
                lotSize,
                smallest,
                maxQuantity,
                minNotional,
                contractSize,
                makerFee,
                takerFee);
    }

    /** The name that tells it from the same symbol on another venue, for example {@code binance-usdm:BTCUSDT}. */
    public String qualifiedName() {
        return Words.of(venue) + ":" + symbol;
    }

    /** Whether a reference, with or without the venue, means this instrument. */
    public boolean isNamed(String reference) {
        return reference.equals(symbol) || reference.equals(qualifiedName());
    }

    private static void requireVenueSymbol(String symbol) {
        if (!symbol.matches("[A-Z0-9._/-]+")) {
            throw new IllegalArgumentException("must be upper case letters, digits and . _ / -: symbol=" + symbol);
        }
    }

    private static void requireTimeframes(List<String> timeframes) {
        timeframes.forEach(Timeframe::of);
        if (new HashSet<>(timeframes).size() < timeframes.size()) {
            throw new IllegalArgumentException("must not repeat: timeframes=" + timeframes);
        }
    }
}
