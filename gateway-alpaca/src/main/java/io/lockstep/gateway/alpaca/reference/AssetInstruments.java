package io.lockstep.gateway.alpaca.reference;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;

/**
 * Makes instruments of assets. Stocks tick in cents from one dollar and in hundredths of a cent below it (SEC Rule 612), so the tick
 * size depends on where the price is. Immutable.
 */
public final class AssetInstruments {
    private static final long CENT = FixedPoint.ONE / 100;
    private static final long SUB_PENNY = FixedPoint.ONE / 10_000;
    private static final long MOST_SHARES = 1_000_000 * FixedPoint.ONE;
    private static final long LEAST_FRACTIONAL_VALUE = FixedPoint.ONE;
    private static final long LEAST_CRYPTO_VALUE = 10 * FixedPoint.ONE;

    private final boolean fractional;
    private final long cryptoMakerFee;
    private final long cryptoTakerFee;

    /**
     * @param fractional whether strategies may trade parts of a share where the asset allows it
     * @param cryptoMakerFee fee of a resting crypto fill as a fraction of notional, E8
     * @param cryptoTakerFee fee of a taking crypto fill as a fraction of notional, E8
     */
    public AssetInstruments(boolean fractional, long cryptoMakerFee, long cryptoTakerFee) {
        this.fractional = fractional;
        this.cryptoMakerFee = cryptoMakerFee;
        this.cryptoTakerFee = cryptoTakerFee;
    }

    /**
     * The instrument of an asset.
     *
     * @param id dense id of this run
     * @param lastPrice a recent price, E8; decides the tick size of a stock
     * @throws IllegalArgumentException if the asset is neither a stock nor crypto
     */
    public Instrument instrument(int id, Asset asset, long lastPrice) {
        return switch (asset.kind()) {
            case EQUITY -> stock(id, asset, lastPrice);
            case CRYPTO -> crypto(id, asset);
            case OTHER -> throw new IllegalArgumentException("asset of a kind not traded: symbol=" + asset.symbol());
        };
    }

    /** The price step of a stock at a price. */
    public static long tickSize(long price) {
        return price >= FixedPoint.ONE ? CENT : SUB_PENNY;
    }

    private Instrument stock(int id, Asset asset, long lastPrice) {
        boolean inParts = fractional && asset.isFractionable();
        long lot = inParts ? 1 : FixedPoint.ONE;
        return new Instrument(
                id,
                Venue.ALPACA,
                AssetClass.EQUITY,
                asset.symbol(),
                asset.symbol(),
                "USD",
                tickSize(lastPrice),
                lot,
                lot,
                MOST_SHARES,
                inParts ? LEAST_FRACTIONAL_VALUE : 0,
                FixedPoint.ONE,
                0,
                0);
    }

    private Instrument crypto(int id, Asset asset) {
        int slash = asset.symbol().indexOf('/');
        if (slash <= 0) {
            throw new IllegalArgumentException("crypto symbol without a quote currency: symbol=" + asset.symbol());
        }
        long lot = Math.max(1, asset.quantityStep());
        return new Instrument(
                id,
                Venue.ALPACA,
                AssetClass.SPOT,
                asset.symbol(),
                asset.symbol().substring(0, slash),
                asset.symbol().substring(slash + 1),
                Math.max(1, asset.priceStep()),
                lot,
                Math.max(lot, asset.minOrderSize()),
                MOST_SHARES,
                LEAST_CRYPTO_VALUE,
                FixedPoint.ONE,
                cryptoMakerFee,
                cryptoTakerFee);
    }
}
