package io.lockstep.engine.instrument;

import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import java.math.RoundingMode;

/**
 * What can be traded, with the venue's filters. Immutable.
 *
 * @param id dense id of this run, from 0, used by every event
 * @param venue where it trades
 * @param assetClass what it is
 * @param symbol the venue's symbol, upper case, up to 32 ASCII characters
 * @param baseAsset what is bought, up to 16 ASCII characters
 * @param quoteAsset what it is paid in, up to 16 ASCII characters
 * @param tickSize smallest price step, quote currency, E8, positive
 * @param lotSize smallest quantity step, base currency, E8, positive
 * @param minQuantity smallest order quantity, base currency, E8, at least one lot
 * @param maxQuantity largest order quantity, base currency, E8
 * @param minNotional smallest order value, quote currency, E8, 0 is none
 * @param contractSize base units of one quantity unit, E8, positive; 1 for spot
 * @param makerFee fee of a resting fill as a fraction of notional, E8; negative is a rebate
 * @param takerFee fee of a taking fill as a fraction of notional, E8
 */
public record Instrument(
        int id,
        Venue venue,
        AssetClass assetClass,
        String symbol,
        String baseAsset,
        String quoteAsset,
        long tickSize,
        long lotSize,
        long minQuantity,
        long maxQuantity,
        long minNotional,
        long contractSize,
        long makerFee,
        long takerFee) {

    /** Checks ranges; a faulty instrument cannot exist. */
    public Instrument {
        requireAtLeast("id", id, 0);
        requireText("symbol", symbol, 32);
        requireText("baseAsset", baseAsset, 16);
        requireText("quoteAsset", quoteAsset, 16);
        requireAtLeast("tickSize", tickSize, 1);
        requireAtLeast("lotSize", lotSize, 1);
        requireAtLeast("minQuantity", minQuantity, lotSize);
        requireAtLeast("maxQuantity", maxQuantity, minQuantity);
        requireAtLeast("minNotional", minNotional, 0);
        requireAtLeast("contractSize", contractSize, 1);
    }

    /** The same under the id and at the venue another run knows it by, as when a recording is played at a simulated venue. */
    public Instrument as(int otherId, Venue otherVenue) {
        return new Instrument(
                otherId,
                otherVenue,
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

    /**
     * The value of a quantity at a price.
     *
     * @return quote currency, E8, rounded half even
     * @throws ArithmeticException if it does not fit
     */
    public long notional(long price, long quantity) {
        long value = FixedPoint.multiply(price, quantity, RoundingMode.HALF_EVEN);
        return contractSize == FixedPoint.ONE
                ? value
                : FixedPoint.multiply(value, contractSize, RoundingMode.HALF_EVEN);
    }

    /** Rounds a positive quantity down to a whole number of lots. */
    public long floorToLot(long quantity) {
        return FixedPoint.floorToStep(quantity, lotSize);
    }

    /** Rounds a positive price down to a whole number of ticks. */
    public long floorToTick(long price) {
        return FixedPoint.floorToStep(price, tickSize);
    }

    /** Rounds a positive price up to a whole number of ticks. */
    public long ceilToTick(long price) {
        return FixedPoint.ceilToStep(price, tickSize);
    }

    private static void requireAtLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException("below its range: " + name + "=" + value + ", least=" + least);
        }
    }

    private static void requireText(String name, String value, int longest) {
        if (value.isEmpty() || value.length() > longest) {
            throw new IllegalArgumentException(
                    "length out of range: " + name + "=" + value + ", least=1, most=" + longest);
        }
    }
}
