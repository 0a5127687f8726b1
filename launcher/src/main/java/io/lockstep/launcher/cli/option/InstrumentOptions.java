package io.lockstep.launcher.cli.option;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.config.binding.Words;
import io.lockstep.launcher.tape.InstrumentTraits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a person may say about the instruments of an import; what they do not say is learned from the data. */
public final class InstrumentOptions {
    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Symbol of all data, where the files do not name it.")
    private @Nullable String symbol;

    @Option(
            names = "--venue",
            paramLabel = "VENUE",
            converter = VenueConverter.class,
            description = "simulated, binance-spot, binance-usdm or alpaca; the format's own if not given.")
    private @Nullable Venue venue;

    @Option(
            names = "--asset-class",
            paramLabel = "CLASS",
            converter = AssetClassConverter.class,
            description = "spot, perpetual, equity or future; the format's own if not given.")
    private @Nullable AssetClass assetClass;

    @Option(names = "--base", paramLabel = "ASSET", description = "What is bought; from the symbol if not given.")
    private @Nullable String base;

    @Option(names = "--quote", paramLabel = "ASSET", description = "What it is paid in; from the symbol if not given.")
    private @Nullable String quote;

    @Option(names = "--tick-size", paramLabel = "PRICE", description = "Price step; from the data if not given.")
    private @Nullable BigDecimal tickSize;

    @Option(names = "--lot-size", paramLabel = "QTY", description = "Quantity step; from the data if not given.")
    private @Nullable BigDecimal lotSize;

    @Option(names = "--min-notional", paramLabel = "AMOUNT", defaultValue = "0", description = "Smallest order value.")
    private BigDecimal minNotional = BigDecimal.ZERO;

    @Option(
            names = "--maker-fee",
            paramLabel = "FRACTION",
            defaultValue = "0",
            description = "Fee of a resting fill, as a fraction of notional.")
    private BigDecimal makerFee = BigDecimal.ZERO;

    @Option(
            names = "--taker-fee",
            paramLabel = "FRACTION",
            defaultValue = "0",
            description = "Fee of a taking fill, as a fraction of notional.")
    private BigDecimal takerFee = BigDecimal.ZERO;

    /** The symbol, null to take it from the files. */
    @Nullable
    public String symbol() {
        return symbol;
    }

    /** The venue, null for the format's own. */
    @Nullable
    public Venue venue() {
        return venue;
    }

    /** The asset class, null for the format's own. */
    @Nullable
    public AssetClass assetClass() {
        return assetClass;
    }

    /** Everything else. */
    public InstrumentTraits traits() {
        return new InstrumentTraits(
                base,
                quote,
                step("--tick-size", tickSize),
                step("--lot-size", lotSize),
                exact("--min-notional", minNotional),
                exact("--maker-fee", makerFee),
                exact("--taker-fee", takerFee));
    }

    private static @Nullable Long step(String option, @Nullable BigDecimal value) {
        return value == null ? null : Long.valueOf(exact(option, value));
    }

    private static long exact(String option, BigDecimal value) {
        try {
            return FixedPoint.of(value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(option + " takes at most 8 decimals: " + value.toPlainString(), e);
        }
    }

    /** Reads a venue as the configuration writes it. */
    static final class VenueConverter implements ITypeConverter<Venue> {
        @Override
        public Venue convert(String value) {
            return word(Venue.class, value);
        }
    }

    /** Reads an asset class as the configuration writes it. */
    static final class AssetClassConverter implements ITypeConverter<AssetClass> {
        @Override
        public AssetClass convert(String value) {
            return word(AssetClass.class, value);
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, String value) {
        Object constant = Words.constant(type, value);
        if (constant == null) {
            throw new TypeConversionException("must be one of " + String.join(", ", Words.of(type)) + ": " + value);
        }
        return type.cast(constant);
    }
}
