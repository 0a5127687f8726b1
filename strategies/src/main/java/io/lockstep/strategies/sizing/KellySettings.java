package io.lockstep.strategies.sizing;

/**
 * Settings of {@link KellySizer}; fractions are E8.
 *
 * @param fraction share of the full Kelly fraction, positive, for example 0.5
 * @param least smallest size with an edge
 * @param most largest size, at least {@code least}
 * @param fallback size while there is no estimate
 * @param lookback closed trades remembered, 1 to 1,000
 * @param minTrades closed trades before there is an estimate, at least 1
 */
public record KellySettings(long fraction, long least, long most, long fallback, int lookback, int minTrades) {
    /** Checks ranges. */
    public KellySettings {
        if (fraction <= 0 || least <= 0 || most < least || fallback < 0) {
            throw new IllegalArgumentException("fractions out of range: fraction=" + fraction + ", least=" + least
                    + ", most=" + most + ", fallback=" + fallback);
        }
        if (lookback < 1 || lookback > 1_000 || minTrades < 1) {
            throw new IllegalArgumentException(
                    "trade counts out of range: lookback=" + lookback + ", minTrades=" + minTrades);
        }
    }
}
