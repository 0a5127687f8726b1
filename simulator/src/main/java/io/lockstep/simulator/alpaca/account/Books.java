package io.lockstep.simulator.alpaca.account;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.account.AssetTable;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.MarginBrackets;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.account.PriceTable;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.OrderState;
import io.lockstep.simulator.alpaca.order.OrderStore;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The accounts: cash, positions and what open orders hold back of the buying power. Money in US dollars, E8. */
public final class Books {
    private static final String USD = "USD";
    private static final long MARGIN_EQUITY = 2_000 * FixedPoint.ONE;

    private final Market market;
    private final OrderStore orders;
    private final Ledger ledger;
    private final List<AccountConfiguration> configurations = new ArrayList<>();
    private final List<Long> lastEquities = new ArrayList<>();
    private int registered;

    /** Accounts without anything; the orders are those that hold something back. */
    public Books(Market market, OrderStore orders) {
        this.market = market;
        this.orders = orders;
        AccountRules rules =
                new AccountRules(4, true, FeeCurrency.QUOTE, USD, FixedPoint.ONE, MarginBrackets.flat(0), 0);
        this.ledger = new Ledger(rules, new AssetTable(), new PriceTable());
    }

    /** Pays in, or out. */
    public void deposit(int accountId, long amount) {
        ledger.deposit(account(accountId), usd(), amount);
        rollDay();
    }

    /** The day's equity becomes that of the day before. */
    public void rollDay() {
        for (int id = 0; id < ledger.accountCount(); id++) {
            while (lastEquities.size() <= id) {
                lastEquities.add(0L);
            }
            lastEquities.set(id, equity(id));
        }
    }

    /** Number of accounts; their ids count from 0. */
    public int accounts() {
        return ledger.accountCount();
    }

    /** What a customer may set, at first as the venue sets it. */
    public AccountConfiguration configuration(int accountId) {
        while (configurations.size() <= accountId) {
            configurations.add(AccountConfiguration.DEFAULT);
        }
        return configurations.get(accountId);
    }

    /** Sets what a customer may set. */
    public void configure(int accountId, AccountConfiguration configuration) {
        configuration(accountId);
        configurations.set(accountId, configuration);
    }

    /** Signed quantity held, E8. */
    public long held(int accountId, Asset asset) {
        return position(accountId, asset).quantity();
    }

    /** What an account holds of an asset. */
    public Position position(int accountId, Asset asset) {
        register(asset);
        return account(accountId).position(asset.id());
    }

    /** Assets an account holds, in the order of their indexes. */
    public List<Asset> holdings(int accountId) {
        return market.assets().all().stream()
                .filter(asset -> held(accountId, asset) != 0)
                .toList();
    }

    /** Cash, negative on margin. */
    public long cash(int accountId) {
        long cash = account(accountId).total(usd());
        for (Asset asset : holdings(accountId)) {
            cash -= position(accountId, asset).cost();
        }
        return cash;
    }

    /** Signed value of a position at the last price. */
    public long value(int accountId, Asset asset) {
        return asset.instrument().notional(market.of(asset).last(), held(accountId, asset));
    }

    /** Value of long positions. */
    public long longValue(int accountId) {
        return holdings(accountId).stream()
                .mapToLong(asset -> Math.max(0, value(accountId, asset)))
                .sum();
    }

    /** Value of short positions, negative or 0. */
    public long shortValue(int accountId) {
        return holdings(accountId).stream()
                .mapToLong(asset -> Math.min(0, value(accountId, asset)))
                .sum();
    }

    /** Cash and positions. */
    public long equity(int accountId) {
        return cash(accountId) + longValue(accountId) + shortValue(accountId);
    }

    /** Equity at the end of the day before. */
    public long lastEquity(int accountId) {
        return accountId < lastEquities.size() ? lastEquities.get(accountId) : 0;
    }

    /** How often the equity may be invested: 1 without the equity that margin asks for. */
    public int multiplier(int accountId) {
        return equity(accountId) < MARGIN_EQUITY ? 1 : configuration(accountId).maxMultiplier();
    }

    /** What open orders hold back. */
    long reserved(int accountId) {
        long reserved = 0;
        for (AlpacaOrder order : orders.openOf(accountId)) {
            reserved += reserve(order);
        }
        return reserved;
    }

    /** What an order holds back while it is open. */
    static long reserve(AlpacaOrder order) {
        if (order.reservePrice() == 0) {
            return 0;
        }
        return order.terms().notional() == FixedPoint.NULL
                ? order.asset().instrument().notional(order.reservePrice(), order.openQuantity())
                : order.filled() > 0 ? 0 : order.terms().notional();
    }

    /** Buying power at the multiple the account has. */
    public long buyingPower(int accountId) {
        return power(accountId, multiplier(accountId));
    }

    /** Buying power at a multiple of the equity: what positions and open orders leave of it. */
    public long power(int accountId, int multiple) {
        long used = longValue(accountId) - shortValue(accountId) + reserved(accountId);
        return Math.max(0, Math.multiplyExact(equity(accountId), (long) multiple) - used);
    }

    /** Quantity of a position that no open order holds, E8. */
    public long available(int accountId, Asset asset) {
        return Math.abs(held(accountId, asset)) - heldForOrders(accountId, asset);
    }

    /** Quantity of a position that open orders would close, E8; legs that wait for others hold nothing of their own. */
    long heldForOrders(int accountId, Asset asset) {
        return closing(accountId, asset).stream()
                .mapToLong(AlpacaOrder::openQuantity)
                .sum();
    }

    /** The open orders that would close a position. */
    List<AlpacaOrder> closing(int accountId, Asset asset) {
        boolean isLong = held(accountId, asset) > 0;
        return orders.openOf(asset).stream()
                .filter(order ->
                        order.accountId() == accountId && order.isBuy() != isLong && order.state() != OrderState.HELD)
                .toList();
    }

    /**
     * Books a fill.
     *
     * @return what it was worth
     */
    public long fill(AlpacaOrder order, long price, long quantity) {
        register(order.asset());
        Instrument instrument = order.asset().instrument();
        Account account = account(order.accountId());
        boolean coins = order.asset().isCrypto();
        long rate = coins && !order.isBuy() ? instrument.takerFee() : 0;
        long value = ledger.settle(account, instrument, order.isBuy(), price, quantity, rate)
                .notional();
        if (coins && order.isBuy()) {
            takeCoins(account, instrument, price, quantity);
        }
        return value;
    }

    /** The fee of a bought coin is taken from the coin: a sale whose proceeds the venue keeps. */
    private void takeCoins(Account account, Instrument instrument, long price, long quantity) {
        long fee = FixedPoint.multiply(quantity, instrument.takerFee(), RoundingMode.HALF_EVEN);
        if (fee > 0) {
            long proceeds =
                    ledger.settle(account, instrument, false, price, fee, 0).notional();
            ledger.deposit(account, usd(), -proceeds);
        }
    }

    /** A tape may define assets after the books were opened. */
    private void register(Asset asset) {
        while (registered <= asset.id()) {
            ledger.instrument(market.assets().get(registered++).instrument());
        }
    }

    private Account account(int accountId) {
        return ledger.account(accountId);
    }

    private int usd() {
        return ledger.assets().index(USD);
    }
}
