package io.lockstep.launcher.tape;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.launcher.tape.format.SymbolRegistry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the person importing knows about the instruments; null is learned from the data, or from the symbol.
 *
 * @param baseAsset what is bought
 * @param quoteAsset what it is paid in
 * @param tickSize price step, quote currency, E8
 * @param lotSize quantity step, base currency, E8
 * @param minNotional smallest order value, quote currency, E8
 * @param makerFee fee of a resting fill as a fraction of notional, E8
 * @param takerFee fee of a taking fill as a fraction of notional, E8
 */
public record InstrumentTraits(
        @Nullable String baseAsset,
        @Nullable String quoteAsset,
        @Nullable Long tickSize,
        @Nullable Long lotSize,
        long minNotional,
        long makerFee,
        long takerFee) {

    /** Nothing is known. */
    public static final InstrumentTraits UNKNOWN = new InstrumentTraits(null, null, null, null, 0, 0, 0);

    private static final List<String> QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "DAI", "USD", "EUR", "GBP", "JPY", "TRY", "BRL", "BTC", "ETH",
            "BNB");
    private static final long MOST_UNITS = 1_000_000;

    /** The instrument of an id with this and what the data says. */
    Instrument instrument(int id, SymbolRegistry.Entry entry, PriceSteps steps) {
        String quote = quoteAsset == null ? quoteOf(entry) : quoteAsset;
        String base = baseAsset == null ? baseOf(entry.symbol(), quote) : baseAsset;
        long lot = lotSize == null ? steps.quantityStep() : lotSize;
        return new Instrument(
                id,
                entry.venue(),
                entry.assetClass(),
                entry.symbol(),
                base,
                quote,
                tickSize == null ? steps.priceStep() : tickSize,
                lot,
                lot,
                Math.max(lot, MOST_UNITS * FixedPoint.ONE),
                minNotional,
                FixedPoint.ONE,
                makerFee,
                takerFee);
    }

    private static String quoteOf(SymbolRegistry.Entry entry) {
        boolean pair = entry.assetClass() != AssetClass.EQUITY;
        return QUOTES.stream()
                .filter(quote -> pair && plain(entry.symbol()).endsWith(quote))
                .findFirst()
                .orElse("USD");
    }

    private static String baseOf(String symbol, String quote) {
        String plain = plain(symbol);
        String base = plain.endsWith(quote) ? plain.substring(0, plain.length() - quote.length()) : plain;
        String whole = base.isEmpty() ? plain : base;
        return whole.substring(0, Math.min(16, whole.length()));
    }

    /** A pair without what venues put around it: {@code BTC/USD}, {@code BTC-USD}, {@code BTCUSDT_240628}. */
    private static String plain(String symbol) {
        String upper = symbol.toUpperCase(Locale.ROOT);
        int contract = upper.indexOf('_');
        String pair = contract > 0 ? upper.substring(0, contract) : upper;
        return pair.replaceAll("[/-]", "");
    }
}
