package io.lockstep.launcher.scenarios.judge;

/**
 * What a scenario trades.
 *
 * @param spot whether it is bought and sold for cash; else it is a perpetual
 * @param symbol as the venue names it
 * @param base what is bought
 * @param quote what is paid
 */
public record TradedPair(boolean spot, String symbol, String base, String quote) {}
