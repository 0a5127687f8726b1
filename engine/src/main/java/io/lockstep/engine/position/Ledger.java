package io.lockstep.engine.position;

import java.util.Arrays;

/**
 * One account's balances by asset, exact: each change is one itemised entry, so the sum of entries is the balance.
 *
 * <p>Assets are the dense indexes of {@link Assets}. Mutable, owned by one thread.
 */
public final class Ledger {
    private long[] balances = new long[16];
    private long[] feesPaid = new long[16];

    /**
     * Adds to a balance; negative takes away.
     *
     * @param amount E8
     */
    public void add(int asset, long amount) {
        ensure(asset);
        balances[asset] = Math.addExact(balances[asset], amount);
    }

    /**
     * Pays a fee out of a balance.
     *
     * @param fee E8; negative is a rebate
     */
    public void payFee(int asset, long fee) {
        add(asset, Math.negateExact(fee));
        feesPaid[asset] = Math.addExact(feesPaid[asset], fee);
    }

    /**
     * Adds a balance of an earlier epoch, as it stood.
     *
     * @param amount E8
     * @param fees fees paid out of it so far, E8
     */
    public void carried(int asset, long amount, long fees) {
        add(asset, amount);
        feesPaid[asset] = Math.addExact(feesPaid[asset], fees);
    }

    /** Balance of an asset, E8. */
    public long balance(int asset) {
        return asset < balances.length ? balances[asset] : 0;
    }

    /** Fees paid in an asset so far, E8. */
    public long feesPaid(int asset) {
        return asset < feesPaid.length ? feesPaid[asset] : 0;
    }

    private void ensure(int asset) {
        if (asset >= balances.length) {
            int length = Math.max(asset + 1, balances.length * 2);
            balances = Arrays.copyOf(balances, length);
            feesPaid = Arrays.copyOf(feesPaid, length);
        }
    }
}
