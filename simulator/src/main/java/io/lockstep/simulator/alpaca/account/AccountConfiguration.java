package io.lockstep.simulator.alpaca.account;

/**
 * What a customer may set of an account.
 *
 * @param fractionalTrading whether parts of shares may be traded
 * @param noShorting whether short sales are refused
 * @param suspendTrade whether all orders are refused
 * @param maxMultiplier largest multiple of the equity to invest: 1, 2 or 4
 * @param tradeConfirmEmail {@code all} or {@code none}
 * @param dayTradeCheck when day trades were checked, under the rule of before June 2026: {@code entry}, {@code exit} or {@code both}
 * @param dayTradingPowerCheck when day-trading buying power was checked, the same words
 */
public record AccountConfiguration(
        boolean fractionalTrading,
        boolean noShorting,
        boolean suspendTrade,
        int maxMultiplier,
        String tradeConfirmEmail,
        String dayTradeCheck,
        String dayTradingPowerCheck) {
    /** As the venue sets a new account. */
    static final AccountConfiguration DEFAULT =
            new AccountConfiguration(true, false, false, 4, "all", "entry", "entry");
}
