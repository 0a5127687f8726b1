package io.lockstep.simulator.alpaca.trade;

/**
 * What a customer may set of an account.
 *
 * @param fractionalTrading whether parts of shares may be traded
 * @param noShorting whether short sales are refused
 * @param suspendTrade whether all orders are refused
 * @param maxMultiplier largest multiple of the equity to invest: 1, 2 or 4
 * @param tradeConfirmEmail {@code all} or {@code none}
 */
record AccountConfiguration(
        boolean fractionalTrading,
        boolean noShorting,
        boolean suspendTrade,
        int maxMultiplier,
        String tradeConfirmEmail) {
    /** As the venue sets a new account. */
    static final AccountConfiguration DEFAULT = new AccountConfiguration(true, false, false, 4, "all");
}
