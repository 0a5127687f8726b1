package io.lockstep.engine.position;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;

/**
 * All positions and balances of a run: per strategy and instrument, netted per account and instrument, cash per account. The net of an
 * account is the sum over its strategies plus what came from outside. Owned by the risk handler.
 */
public final class Portfolio {
    /** Strategy id of fills that no strategy of ours asked for. */
    public static final int EXTERNAL = 0;

    private final Assets assets;
    private final Ledger[] ledgers;
    private final Position[][] byStrategy;
    private final Position[][] external;
    private final Position[][] byAccount;

    /**
     * @param accounts number of accounts
     * @param strategies number of strategies; their ids run from 1
     * @param instruments number of instruments
     * @param assets shared code table of the owner
     */
    public Portfolio(int accounts, int strategies, int instruments, Assets assets) {
        this.assets = assets;
        ledgers = new Ledger[accounts];
        for (int i = 0; i < accounts; i++) {
            ledgers[i] = new Ledger();
        }
        byStrategy = table(strategies + 1, instruments);
        external = table(accounts, instruments);
        byAccount = table(accounts, instruments);
    }

    /**
     * Books a fill into strategy, account and cash.
     *
     * @param strategyId owner, {@link #EXTERNAL} for none of ours
     * @param feeAsset index of the fee's asset, -1 for no fee
     * @param fee E8 in that asset; negative is a rebate
     */
    public void fill(
            Instrument instrument,
            int accountId,
            int strategyId,
            boolean buy,
            long price,
            long quantity,
            int feeAsset,
            long fee) {
        Position own = strategyPosition(accountId, strategyId, instrument.id());
        own.fill(instrument, buy, price, quantity);
        Position net = byAccount[accountId][instrument.id()];
        long realized = net.fill(instrument, buy, price, quantity);
        bookCash(instrument, ledgers[accountId], buy, price, quantity, realized);
        if (feeAsset >= 0 && fee != 0) {
            ledgers[accountId].payFee(feeAsset, fee);
            bookFee(instrument, own, net, feeAsset, fee);
        }
    }

    /**
     * Takes over a quantity that no fill explains as external: what the venue held before we came, or what an operator accepted. Cash is not
     * touched, for the venue's balances already contain it.
     *
     * @param quantity signed, base currency, E8, not 0
     * @param price what it is taken over at, quote currency, E8, positive
     */
    public void adopt(Instrument instrument, int accountId, long quantity, long price) {
        external[accountId][instrument.id()].fill(instrument, quantity > 0, price, Math.abs(quantity));
        byAccount[accountId][instrument.id()].fill(instrument, quantity > 0, price, Math.abs(quantity));
    }

    /** Position of a strategy in an instrument; of the account's external trades for {@link #EXTERNAL}. */
    public Position strategyPosition(int accountId, int strategyId, int instrumentId) {
        return strategyId == EXTERNAL ? external[accountId][instrumentId] : byStrategy[strategyId][instrumentId];
    }

    /** Net position of an account in an instrument. */
    public Position accountPosition(int accountId, int instrumentId) {
        return byAccount[accountId][instrumentId];
    }

    /** Balances of an account. */
    public Ledger ledger(int accountId) {
        return ledgers[accountId];
    }

    /** Codes of the assets in the ledgers. */
    public Assets assets() {
        return assets;
    }

    /** Number of accounts. */
    public int accounts() {
        return ledgers.length;
    }

    /** Number of instruments. */
    public int instruments() {
        return byAccount[0].length;
    }

    /** Number of strategies; their ids run from 1. */
    public int strategies() {
        return byStrategy.length - 1;
    }

    /** A number that differs when any position or balance differs. */
    public long hash() {
        long hash = hash(hash(hash(1, byStrategy), external), byAccount);
        for (Ledger ledger : ledgers) {
            for (int asset = 0; asset < assets.size(); asset++) {
                hash = hash * 1_000_003 + ledger.balance(asset);
            }
        }
        return hash;
    }

    private void bookCash(Instrument instrument, Ledger ledger, boolean buy, long price, long quantity, long realized) {
        int quote = assets.indexOf(instrument.quoteAsset());
        if (instrument.assetClass() == AssetClass.PERPETUAL || instrument.assetClass() == AssetClass.FUTURE) {
            ledger.add(quote, realized);
            return;
        }
        long value = instrument.notional(price, quantity);
        ledger.add(assets.indexOf(instrument.baseAsset()), buy ? quantity : -quantity);
        ledger.add(quote, buy ? -value : value);
    }

    private void bookFee(Instrument instrument, Position own, Position net, int feeAsset, long fee) {
        if (assets.code(feeAsset).equals(instrument.quoteAsset())) {
            own.fee(fee);
            net.fee(fee);
        } else if (instrument.paysFeesInKind() && assets.code(feeAsset).equals(instrument.baseAsset())) {
            own.feeInKind(fee);
            net.feeInKind(fee);
        }
    }

    private static Position[][] table(int rows, int columns) {
        Position[][] table = new Position[rows][columns];
        for (Position[] row : table) {
            for (int i = 0; i < columns; i++) {
                row[i] = new Position();
            }
        }
        return table;
    }

    private static long hash(long start, Position[][] table) {
        long hash = start;
        for (Position[] row : table) {
            for (Position position : row) {
                hash = hash * 1_000_003 + position.quantity();
                hash = hash * 1_000_003 + position.cost();
                hash = hash * 1_000_003 + position.realizedPnl();
                hash = hash * 1_000_003 + position.fees();
            }
        }
        return hash;
    }
}
