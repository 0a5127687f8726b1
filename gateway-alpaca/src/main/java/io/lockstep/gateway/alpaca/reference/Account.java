package io.lockstep.gateway.alpaca.reference;

/**
 * The account as the venue states it. Money in {@code currency}, E8; {@link io.lockstep.engine.instrument.FixedPoint#NULL} when absent.
 *
 * @param number the venue's account number, to pin the account by
 * @param status {@code ACTIVE} when it may trade
 * @param currency its currency
 * @param cash cash, negative when borrowed
 * @param equity cash and positions at market
 * @param lastEquity equity at the last close
 * @param buyingPower what may be bought at most
 * @param nonMarginableBuyingPower what crypto may be bought for at most
 * @param multiplier leverage the venue grants: 1, 2 or 4, E8
 * @param isShortingEnabled whether it may sell short
 * @param isTradingBlocked whether the venue stops its orders
 * @param isAccountBlocked whether the venue stops everything
 * @param isSuspendedByUser whether its owner stopped it
 */
public record Account(
        String number,
        String status,
        String currency,
        long cash,
        long equity,
        long lastEquity,
        long buyingPower,
        long nonMarginableBuyingPower,
        long multiplier,
        boolean isShortingEnabled,
        boolean isTradingBlocked,
        boolean isAccountBlocked,
        boolean isSuspendedByUser) {

    /** Why the venue would refuse its orders, or {@link Block#NONE}. */
    public Block block() {
        if (!status.equals("ACTIVE")) {
            return Block.NOT_ACTIVE;
        }
        if (isAccountBlocked) {
            return Block.ACCOUNT_BLOCKED;
        }
        if (isTradingBlocked) {
            return Block.TRADING_BLOCKED;
        }
        return isSuspendedByUser ? Block.SUSPENDED_BY_USER : Block.NONE;
    }

    /** Why an account may not trade. */
    public enum Block {
        /** It may. */
        NONE,
        /** Its status is another than active. */
        NOT_ACTIVE,
        /** The venue has blocked it altogether. */
        ACCOUNT_BLOCKED,
        /** The venue has blocked its trading. */
        TRADING_BLOCKED,
        /** Its owner has suspended it. */
        SUSPENDED_BY_USER
    }
}
