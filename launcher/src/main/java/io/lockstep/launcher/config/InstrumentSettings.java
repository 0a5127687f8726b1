package io.lockstep.launcher.config;

import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import io.lockstep.launcher.config.binding.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instrument. A venue that is connected to states what it is like itself; of a simulated one, assets, tick and lot must be told here or
 * by a tape.
 *
 * @param symbol the venue's symbol
 * @param venue where it trades
 * @param assetClass what it is; what the venue mostly trades unless given
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

        @Setting(
                help =
                        "what it is; perpetual on binance-usdm, equity on alpaca (spot with a / in its symbol), else spot")
        @Nullable
        AssetClass assetClass,

        @Setting(help = "what is bought; a connected venue tells") @Nullable
        String baseAsset,

        @Setting(help = "what it is paid in; a connected venue tells") @Nullable
        String quoteAsset,

        @Setting(
                help = "smallest price step; a connected venue tells",
                unit = "quote currency",
                decimal = true,
                least = "0.00000001",
                most = "1000000")
        @Nullable
        Long tickSize,

        @Setting(
                help = "smallest quantity step; a connected venue tells",
                unit = "base currency",
                decimal = true,
                least = "0.00000001",
                most = "1000000")
        @Nullable
        Long lotSize,

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

    private static final long FINEST = 1;

    /** Fills in what follows from other keys and checks what the engine demands of an instrument. */
    public InstrumentSettings {
        assetClass = assetClass == null ? usual(venue, symbol) : assetClass;
        minQuantity = minQuantity == null ? lotSize : minQuantity;
        timeframes = List.copyOf(timeframes);
        requireVenueSymbol(symbol);
        requireTimeframes(timeframes);
        new Instrument(
                0,
                venue,
                assetClass,
                symbol,
                orElse(baseAsset, "BASE"),
                orElse(quoteAsset, "QUOTE"),
                orElse(tickSize, FINEST),
                orElse(lotSize, FINEST),
                orElse(minQuantity, FINEST),
                maxQuantity,
                minNotional,
                contractSize,
                makerFee,
                takerFee);
    }

    /** Keys that must come from a venue or a tape, for they are not given. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        addIfAbsent(missing, "baseAsset", baseAsset);
        addIfAbsent(missing, "quoteAsset", quoteAsset);
        addIfAbsent(missing, "tickSize", tickSize);
        addIfAbsent(missing, "lotSize", lotSize);
        return missing;
    }

    /**
     * The engine's instrument of an id.
     *
     * @throws IllegalStateException if something is {@link #missing()}
     */
    public Instrument toInstrument(int id) {
        if (!missing().isEmpty()) {
            throw new IllegalStateException("instrument is not described: symbol=" + symbol + ", missing=" + missing());
        }
        return toDraft(id);
    }

    /** An instrument to try parameters on before a venue has said what it is like: the finest steps where none are given. */
    public Instrument toDraft(int id) {
        return new Instrument(
                id,
                venue,
                whatItIs(),
                symbol,
                orElse(baseAsset, "BASE"),
                orElse(quoteAsset, "QUOTE"),
                orElse(tickSize, FINEST),
                orElse(lotSize, FINEST),
                orElse(minQuantity, FINEST),
                maxQuantity,
                minNotional,
                contractSize,
                makerFee,
                takerFee);
    }

    /** What is asked of a connected venue. */
    public InstrumentRequest toRequest(int id) {
        return new InstrumentRequest(id, symbol, whatItIs());
    }

    /** The name that tells it from the same symbol on another venue, for example {@code binance-usdm:BTCUSDT}. */
    public String qualifiedName() {
        return Words.of(venue) + ":" + symbol;
    }

    /** Whether a reference, with or without the venue, means this instrument. */
    public boolean isNamed(String reference) {
        return reference.equals(symbol) || reference.equals(qualifiedName());
    }

    private AssetClass whatItIs() {
        return assetClass == null ? usual(venue, symbol) : assetClass;
    }

    private static AssetClass usual(Venue venue, String symbol) {
        return switch (venue) {
            case BINANCE_USDM -> AssetClass.PERPETUAL;
            case ALPACA -> symbol.contains("/") ? AssetClass.SPOT : AssetClass.EQUITY;
            case BINANCE_SPOT, SIMULATED, NULL_VAL -> AssetClass.SPOT;
        };
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static void addIfAbsent(List<String> missing, String key, @Nullable Object value) {
        if (value == null) {
            missing.add(key);
        }
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
