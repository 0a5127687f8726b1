package io.lockstep.engine.exposure;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import java.util.Arrays;

/**
 * What accounts are worth: cash at par, other balances at the price of the first instrument that trades them, and the open profit of contracts. An
 * asset nothing prices adds nothing. Money at par, E8.
 */
public final class Equity {
    private static final int NOT_VALUED = -1;

    private final InstrumentTable instruments;
    private final Portfolio portfolio;
    private final long[] cash;
    private final boolean[] known;
    private final int[] valuedAsset;
    private boolean[] par = new boolean[16];
    private int parKnown;

    Equity(InstrumentTable instruments, Portfolio portfolio) {
        this.instruments = instruments;
        this.portfolio = portfolio;
        cash = new long[portfolio.accounts()];
        known = new boolean[portfolio.accounts()];
        valuedAsset = new int[instruments.size()];
        for (int id = 0; id < valuedAsset.length; id++) {
            valuedAsset[id] = valuedAsset(instruments.get(id));
        }
    }

    /** Cash at par. */
    public long cash(int accountId) {
        return cash[accountId];
    }

    /** Whether the venue has stated the account's balances, so that its worth means something. */
    public boolean isKnown(int accountId) {
        return known[accountId];
    }

    /** The venue has stated the account's balances. */
    public void known(int accountId) {
        known[accountId] = true;
    }

    boolean isValuedBy(int accountId, int instrumentId) {
        int asset = valuedAsset[instrumentId];
        return asset != NOT_VALUED && portfolio.ledger(accountId).balance(asset) != 0;
    }

    void cashChanged(int accountId) {
        learnAssets();
        Ledger ledger = portfolio.ledger(accountId);
        long sum = 0;
        for (int asset = 0; asset < parKnown; asset++) {
            if (par[asset]) {
                sum = Math.addExact(sum, ledger.balance(asset));
            }
        }
        cash[accountId] = sum;
    }

    /** What an instrument adds to an account's worth at a price. */
    long worth(int accountId, int instrumentId, long price) {
        Instrument instrument = instruments.get(instrumentId);
        if (!ExposureBook.isPaidInFull(instrument)) {
            return portfolio.accountPosition(accountId, instrumentId).unrealizedPnl(instrument, price);
        }
        int asset = valuedAsset[instrumentId];
        return asset == NOT_VALUED
                ? 0
                : Cell.signedNotional(
                        instrument, price, portfolio.ledger(accountId).balance(asset));
    }

    private void learnAssets() {
        Assets assets = portfolio.assets();
        if (assets.size() > par.length) {
            par = Arrays.copyOf(par, 2 * assets.size());
        }
        for (; parKnown < assets.size(); parKnown++) {
            par[parKnown] = ParAssets.contains(assets.code(parKnown));
        }
    }

    /** The asset an instrument prices: its base, unless that counts at par or an earlier one prices it. */
    private int valuedAsset(Instrument instrument) {
        boolean prices = ExposureBook.isPaidInFull(instrument)
                && ParAssets.isQuotedAtPar(instrument)
                && !ParAssets.contains(instrument.baseAsset());
        if (!prices) {
            return NOT_VALUED;
        }
        for (int id = 0; id < instrument.id(); id++) {
            Instrument earlier = instruments.get(id);
            boolean same = earlier.baseAsset().equals(instrument.baseAsset())
                    && earlier.venue() == instrument.venue()
                    && ExposureBook.isPaidInFull(earlier)
                    && ParAssets.isQuotedAtPar(earlier);
            if (same) {
                return NOT_VALUED;
            }
        }
        return portfolio.assets().indexOf(instrument.baseAsset());
    }
}
