package io.lockstep.strategies.sizing;

/**
 * A size and why it is not larger.
 *
 * @param quantity base currency, E8, whole lots; 0 if refused
 * @param verdict what decided
 */
public record SizedTrade(long quantity, SizingVerdict verdict) {
    static SizedTrade refused(SizingVerdict verdict) {
        return new SizedTrade(0, verdict);
    }
}
