package io.lockstep.simulator.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.matching.MatchingCore;

/** Pays in opening balances written as {@code ASSET=amount,ASSET=amount}. */
final class Balances {
    private Balances() {}

    static void deposit(MatchingCore core, int account, String balances, long timeNs) {
        for (String part : balances.split(",", -1)) {
            String[] pair = part.trim().split("=", -1);
            if (pair.length != 2) {
                throw new IllegalArgumentException("balances are ASSET=amount with commas between: " + balances);
            }
            core.deposit(account, pair[0].trim(), FixedPoint.parse(pair[1].trim()), timeNs);
        }
    }
}
