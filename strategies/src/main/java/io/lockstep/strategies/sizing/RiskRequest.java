package io.lockstep.strategies.sizing;

/**
 * A trade to be sized, with the account as it stands; all but the count and the flag are E8.
 *
 * @param equity account value, quote currency, positive
 * @param entry expected entry price, quote currency, positive
 * @param stop price at which the trade is given up, quote currency
 * @param confidence factor on the risk from 0 to 1
 * @param openPositions positions open now
 * @param openExposure notional of the positions open now, quote currency
 * @param openRisk lost if all stops set now were hit, quote currency
 * @param leveraged whether the instrument is a leveraged fund
 * @param lotSize smallest quantity step, base currency, positive
 * @param minNotional smallest order value, quote currency
 */
public record RiskRequest(
        long equity,
        long entry,
        long stop,
        long confidence,
        int openPositions,
        long openExposure,
        long openRisk,
        boolean leveraged,
        long lotSize,
        long minNotional) {

    /** Distance from entry to stop, quote currency, E8. */
    public long stopDistance() {
        return Math.abs(entry - stop);
    }
}
