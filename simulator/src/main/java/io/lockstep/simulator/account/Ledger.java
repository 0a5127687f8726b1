package io.lockstep.simulator.account;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Books of the venue: who owns what, what open orders reserve, what each fill cost.
 *
 * <p>Cash instruments exchange base for quote and reserve what they would pay. Margined instruments keep a position against the
 * wallet (the balance in quote currency): fills move the wallet by realized profit and fees only, and orders are checked against
 * {@code equity >= worst size * price / leverage}, summed over the instruments of one quote currency.
 */
public final class Ledger {
    private final AccountRules rules;
    private final AssetTable assets;
    private final PriceTable prices;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final Settlement settlement = new Settlement();
    private int[] baseAssets = new int[0];
    private int[] quoteAssets = new int[0];

    /** An empty ledger. */
    public Ledger(AccountRules rules, AssetTable assets, PriceTable prices) {
        this.rules = rules;
        this.assets = assets;
        this.prices = prices;
    }

    /**
     * Adds an instrument, or replaces the one of the same id.
     *
     * @throws IllegalArgumentException if the id leaves a hole
     */
    public void instrument(Instrument instrument) {
        if (instrument.id() > instruments.size()) {
            throw new IllegalArgumentException(
                    "instrument id leaves a hole: id=" + instrument.id() + ", next=" + instruments.size());
        }
        if (instrument.id() == instruments.size()) {
            instruments.add(instrument);
            baseAssets = Arrays.copyOf(baseAssets, instruments.size());
            quoteAssets = Arrays.copyOf(quoteAssets, instruments.size());
        } else {
            instruments.set(instrument.id(), instrument);
        }
        baseAssets[instrument.id()] = assets.index(instrument.baseAsset());
        quoteAssets[instrument.id()] = assets.index(instrument.quoteAsset());
    }

    /** The account of an id; a new one starts empty. Ids are dense from 0. */
    public Account account(int accountId) {
        while (accounts.size() <= accountId) {
            accounts.add(new Account(accounts.size(), rules.leverage()));
        }
        return accounts.get(accountId);
    }

    /** Number of accounts. */
    public int accountCount() {
        return accounts.size();
    }

    /** The assets balances are kept in. */
    public AssetTable assets() {
        return assets;
    }

    /** How money is treated. */
    public AccountRules rules() {
        return rules;
    }

    /** Adds to a balance from outside; negative takes away. */
    public void deposit(Account account, int asset, long amount) {
        account.add(asset, amount);
    }

    /**
     * Gives an account a position it held before, without cash: that is in its balances already.
     *
     * @param quantity signed, E8
     * @param cost what it cost, or brought when short, quote currency, E8
     */
    public void takeOver(Account account, int instrumentId, long quantity, long cost) {
        account.position(instrumentId).fill(quantity, quantity > 0 ? cost : -cost);
    }

    /** Index of an instrument's quote asset. */
    public int quoteAsset(Instrument instrument) {
        return quoteAssets[instrument.id()];
    }

    /** Index of an instrument's base asset. */
    public int baseAsset(Instrument instrument) {
        return baseAssets[instrument.id()];
    }

    /** Index of the asset a cash order on a side reserves. */
    public int reservedAsset(Instrument instrument, boolean buy) {
        return buy ? quoteAsset(instrument) : baseAsset(instrument);
    }

    /**
     * What a cash order reserves: the value it may pay with its fee, or the quantity it sells; 0 for margined instruments.
     *
     * @param price limit or worst price, quote currency, E8
     * @param leaves open quantity, E8
     */
    public long reserve(Instrument instrument, boolean buy, long price, long leaves) {
        if (rules.isMargined(instrument) || leaves == 0) {
            return 0;
        }
        if (!buy) {
            return FixedPoint.multiply(leaves, instrument.contractSize(), RoundingMode.UP);
        }
        return reserveFor(instrument, instrument.notional(price, leaves));
    }

    /**
     * What a cash buy of a known cost reserves; 0 for margined instruments.
     *
     * @param value cost without fee, quote currency, E8
     */
    public long reserveFor(Instrument instrument, long value) {
        if (rules.isMargined(instrument)) {
            return 0;
        }
        long rate = Math.max(0, Math.max(instrument.makerFee(), instrument.takerFee()));
        boolean feeOnTop = rules.feeCurrency() == FeeCurrency.QUOTE;
        return feeOnTop ? value + FixedPoint.multiply(value, rate, RoundingMode.UP) : value;
    }

    /** Whether the account can open an order that would reserve {@code reserve} and add {@code quantity} to the book. */
    public boolean canOpen(
            Account account, Instrument instrument, boolean buy, long price, long quantity, long reserve) {
        if (!rules.isMargined(instrument)) {
            return account.free(reservedAsset(instrument, buy)) >= reserve;
        }
        Position position = account.position(instrument.id());
        long before = position.worstSize();
        position.work(buy, quantity);
        long after = position.worstSize();
        boolean enough = after <= before || hasMargin(account, instrument, price);
        position.work(buy, -quantity);
        return enough;
    }

    /** Adds to what an account's open orders reserve; negative releases. */
    public void work(Account account, Instrument instrument, boolean buy, long quantityChange, long reserveChange) {
        account.lock(reservedAsset(instrument, buy), reserveChange);
        account.position(instrument.id()).work(buy, quantityChange);
    }

    /**
     * Books a fill.
     *
     * @return what it came to; valid until the next call
     */
    public Settlement settle(
            Account account, Instrument instrument, boolean buy, long price, long quantity, long feeRate) {
        long notional = instrument.notional(price, quantity);
        long realized = rules.isMargined(instrument)
                ? settlePosition(account, instrument, buy, quantity, notional)
                : settleCash(account, instrument, buy, quantity, notional);
        settlement.set(notional, realized);
        takeFee(account, instrument, buy, quantity, notional, feeRate);
        return settlement;
    }

    /**
     * Pays or collects funding of one position.
     *
     * @param rate fraction of notional longs pay shorts, E8
     * @return what the account received, quote currency, E8; negative if it paid
     */
    public long fund(Account account, Instrument instrument, long markPrice, long rate) {
        Position position = account.position(instrument.id());
        long value = instrument.notional(markPrice, position.quantity());
        long payment = -FixedPoint.multiply(value, rate, RoundingMode.HALF_EVEN);
        account.add(quoteAsset(instrument), payment);
        return payment;
    }

    /** Sets an account's leverage for an instrument. */
    public void leverage(Account account, Instrument instrument, int leverage) {
        account.position(instrument.id()).leverage(leverage);
        account.markDirty();
    }

    /** Wallet balance plus unrealized profit of all margined positions in one quote asset, E8. */
    public long equity(Account account, int quoteAsset) {
        long equity = account.total(quoteAsset);
        for (int id = 0; id < instruments.size(); id++) {
            if (quoteAssets[id] == quoteAsset) {
                equity += unrealizedPnl(account, instruments.get(id));
            }
        }
        return equity;
    }

    /** Profit of a margined position at the price margin is computed with, quote currency, E8. */
    public long unrealizedPnl(Account account, Instrument instrument) {
        Position position = account.positionIfAny(instrument.id());
        long price = prices.price(instrument.id());
        if (position == null || position.quantity() == 0 || price == 0 || !rules.isMargined(instrument)) {
            return 0;
        }
        return instrument.notional(price, position.quantity()) - position.cost();
    }

    /** Margin that positions and working orders in one quote asset need at worst, E8. */
    public long initialMargin(Account account, int quoteAsset) {
        long margin = 0;
        for (int id = 0; id < instruments.size(); id++) {
            Position position = account.positionIfAny(id);
            if (position != null && quoteAssets[id] == quoteAsset && rules.isMargined(instruments.get(id))) {
                margin += margin(instruments.get(id), position, prices.price(id));
            }
        }
        return margin;
    }

    /** Margin below which the account is liquidated, over all positions in one quote asset, E8. */
    public long maintenanceMargin(Account account, int quoteAsset) {
        long margin = 0;
        for (int id = 0; id < instruments.size(); id++) {
            if (quoteAssets[id] == quoteAsset) {
                margin += maintenanceMargin(account, instruments.get(id));
            }
        }
        return margin;
    }

    /** Maintenance margin of one position, quote currency, E8. */
    public long maintenanceMargin(Account account, Instrument instrument) {
        Position position = account.positionIfAny(instrument.id());
        if (position == null || position.quantity() == 0 || !rules.isMargined(instrument)) {
            return 0;
        }
        long value = instrument.notional(prices.price(instrument.id()), position.quantity());
        return rules.brackets().maintenance(Math.abs(value));
    }

    /** Price at which a position would be liquidated if all others stayed as they are, quote currency, E8; 0 for none. */
    public long liquidationPrice(Account account, Instrument instrument) {
        Position position = account.positionIfAny(instrument.id());
        if (position == null || position.quantity() == 0) {
            return 0;
        }
        int quote = quoteAsset(instrument);
        long othersMargin = maintenanceMargin(account, quote) - maintenanceMargin(account, instrument);
        long balance = equity(account, quote) - unrealizedPnl(account, instrument) - othersMargin;
        long size = FixedPoint.multiply(position.quantity(), instrument.contractSize(), RoundingMode.HALF_EVEN);
        long entry = FixedPoint.divide(position.cost(), size, RoundingMode.HALF_EVEN);
        return rules.brackets().liquidationPrice(balance, size, entry);
    }

    private boolean hasMargin(Account account, Instrument instrument, long price) {
        int quote = quoteAsset(instrument);
        Position position = account.position(instrument.id());
        long atMark = margin(instrument, position, prices.price(instrument.id()));
        long atPrice = margin(instrument, position, Math.max(price, prices.price(instrument.id())));
        return equity(account, quote) >= initialMargin(account, quote) + atPrice - atMark;
    }

    private static long margin(Instrument instrument, Position position, long price) {
        return instrument.notional(price, position.worstSize()) / position.leverage();
    }

    private long settlePosition(Account account, Instrument instrument, boolean buy, long quantity, long notional) {
        Position position = account.position(instrument.id());
        long realized = position.fill(buy ? quantity : -quantity, buy ? notional : -notional);
        account.add(quoteAsset(instrument), realized);
        return realized;
    }

    private long settleCash(Account account, Instrument instrument, boolean buy, long quantity, long notional) {
        long base = FixedPoint.multiply(quantity, instrument.contractSize(), RoundingMode.HALF_EVEN);
        account.add(quoteAsset(instrument), buy ? -notional : notional);
        account.add(baseAsset(instrument), buy ? base : -base);
        account.position(instrument.id()).fill(buy ? quantity : -quantity, buy ? notional : -notional);
        return 0;
    }

    private void takeFee(
            Account account, Instrument instrument, boolean buy, long quantity, long notional, long feeRate) {
        long inQuote = FixedPoint.multiply(notional, feeRate, RoundingMode.HALF_EVEN);
        boolean received = rules.feeCurrency() != FeeCurrency.QUOTE && !rules.isMargined(instrument);
        if (rules.feeCurrency() == FeeCurrency.THIRD_ASSET && takeThirdAsset(account, inQuote)) {
            return;
        }
        if (received && buy) {
            charge(account, baseAsset(instrument), FixedPoint.multiply(quantity, feeRate, RoundingMode.HALF_EVEN));
        } else {
            charge(account, quoteAsset(instrument), inQuote);
        }
    }

    private boolean takeThirdAsset(Account account, long inQuote) {
        int asset = assets.index(rules.feeAsset());
        long fee = FixedPoint.divide(inQuote, rules.feeAssetPrice(), RoundingMode.HALF_EVEN);
        if (account.free(asset) < fee) {
            return false;
        }
        charge(account, asset, fee);
        return true;
    }

    private void charge(Account account, int asset, long fee) {
        account.add(asset, -fee);
        settlement.fee(fee, asset);
    }
}
