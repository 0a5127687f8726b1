package io.lockstep.simulator.alpaca.market;

import java.util.List;

/**
 * One trade on the tape.
 *
 * @param id the exchange's id of it
 * @param exchange code of the exchange
 * @param price quote currency, E8
 * @param size shares or coins, E8
 * @param conditions sale conditions; empty for coins
 * @param isBuyerTaking whether the buyer took liquidity; shown for coins only
 * @param timeNs UTC, nanoseconds
 */
public record Print(
        long id, String exchange, long price, long size, List<String> conditions, boolean isBuyerTaking, long timeNs) {}
