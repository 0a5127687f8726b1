package io.lockstep.gateway.alpaca.reference;

/**
 * A position as the venue states it.
 *
 * @param symbol the venue's symbol, crypto without its slash
 * @param quantity signed size, E8
 * @param available what no open order holds, signed, E8; all of it where the venue does not say
 * @param entryPrice mean entry price, E8
 * @param currentPrice latest price, E8; {@link io.lockstep.engine.instrument.FixedPoint#NULL} where the venue does not say
 * @param isCrypto whether it trades around the clock
 */
public record HeldPosition(
        String symbol, long quantity, long available, long entryPrice, long currentPrice, boolean isCrypto) {}
