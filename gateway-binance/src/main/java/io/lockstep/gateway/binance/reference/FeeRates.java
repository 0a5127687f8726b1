package io.lockstep.gateway.binance.reference;

import io.lockstep.transport.json.JsonValue;

/**
 * What an account pays on a symbol, for sizing orders ahead; fills are booked from the fee the venue reports.
 *
 * @param maker fee of a resting fill as a fraction of notional, E8
 * @param taker fee of a taking fill as a fraction of notional, E8
 */
public record FeeRates(long maker, long taker) {

    /**
     * Reads spot {@code account.commission}: the standard, special and tax parts, each with its part for the dearer side. The
     * discount for paying in another asset is left out, because it ends when that asset runs out.
     */
    public static FeeRates ofSpot(JsonValue result) {
        return new FeeRates(sum(result, "maker"), sum(result, "taker"));
    }

    /** Reads futures {@code commissionRate}. */
    public static FeeRates ofUsdm(JsonValue payload) {
        return new FeeRates(Bounds.exact(payload, "makerCommissionRate"), Bounds.exact(payload, "takerCommissionRate"));
    }

    private static long sum(JsonValue result, String role) {
        long sum = 0;
        for (String part : new String[] {"standardCommission", "specialCommission", "taxCommission"}) {
            if (result.has(part)) {
                JsonValue rates = result.get(part);
                long side = Math.max(Bounds.exact(rates, "buyer"), Bounds.exact(rates, "seller"));
                sum += Bounds.exact(rates, role) + side;
            }
        }
        return sum;
    }
}
