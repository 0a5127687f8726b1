package io.lockstep.engine.exposure;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.OpenOrderListener;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * The worst case of every account and strategy, kept as sums: position, open, in-flight, unknown and foreign orders. What the sums are must
 * always equal what walking all orders and positions gives.
 *
 * <p>Follows the order table; is told of bookings and prices. Allocates nothing.
 */
public final class ExposureBook implements OpenOrderListener, CarriedPart {
    private static final String FAIR_PRICE = "FAIR_PRICE";

    private final InstrumentTable instruments;
    private final OrderTable orders;
    private final Portfolio portfolio;
    private final Equity equity;
    private final Cell[][] accountCells;
    private final Cell[][] strategyCells;
    private final ScopeTotals[] accounts;
    private final ScopeTotals[] strategies;
    private final ScopeTotals total = new ScopeTotals();
    private final long[] prices;

    /** A book over an order table without open orders; it follows that table from now on. */
    public ExposureBook(InstrumentTable instruments, OrderTable orders, Portfolio portfolio) {
        this.instruments = instruments;
        this.orders = orders;
        this.portfolio = portfolio;
        int size = instruments.size();
        equity = new Equity(instruments, portfolio);
        accountCells = cells(portfolio.accounts(), size);
        strategyCells = cells(portfolio.strategies() + 1, size);
        accounts = totals(portfolio.accounts());
        strategies = totals(portfolio.strategies() + 1);
        prices = new long[size];
        orders.listen(this);
    }

    @Override
    public void leaves(Order order) {
        count(order, -1, order.leavesQty(), order.reserved());
    }

    @Override
    public void enters(Order order) {
        long leaves = order.leavesQty();
        long price = order.valuationPrice();
        order.reserved(price == 0 ? 0 : instrument(order).notional(price, leaves));
        count(order, 1, leaves, order.reserved());
    }

    /** A fill, an adopted position or a balance was booked. */
    public void booked(int accountId, int strategyId, int instrumentId) {
        accountCells[accountId][instrumentId].held =
                portfolio.accountPosition(accountId, instrumentId).quantity();
        if (strategyId > 0) {
            strategyCells[strategyId][instrumentId].held = portfolio
                    .strategyPosition(accountId, strategyId, instrumentId)
                    .quantity();
            revalueStrategy(strategyId, instrumentId);
        }
        equity.cashChanged(accountId);
        revalueAccount(accountId, instrumentId);
    }

    /** Balances of an account changed without a trade. */
    public void cashChanged(int accountId) {
        equity.cashChanged(accountId);
        for (int id = 0; id < prices.length; id++) {
            revalueAccount(accountId, id);
        }
    }

    /**
     * An instrument's fair price moved.
     *
     * @param price quote currency, E8; 0 when there is none
     */
    public void repriced(int instrumentId, long price) {
        if (price == prices[instrumentId]) {
            return;
        }
        prices[instrumentId] = price;
        for (int id = 0; id < accountCells.length; id++) {
            if (!accountCells[id][instrumentId].isEmpty() || equity.isValuedBy(id, instrumentId)) {
                revalueAccount(id, instrumentId);
            }
        }
        for (int id = 1; id < strategyCells.length; id++) {
            if (!strategyCells[id][instrumentId].isEmpty()) {
                revalueStrategy(id, instrumentId);
            }
        }
    }

    /** The sums follow from orders and positions; what they were last valued at does not. */
    @Override
    public void carryTo(CarryWriter writer) {
        for (int id = 0; id < prices.length; id++) {
            writer.series(ScopeKind.INSTRUMENT, id, FAIR_PRICE, prices[id]);
        }
    }

    /** Values an instrument as the epoch before did, unless its market was heard of since. */
    @Override
    public void carried(CarriedSeries series) {
        int instrumentId = series.scopeId();
        if (series.isNamed(FAIR_PRICE) && prices[instrumentId] == 0) {
            series.forEach(price -> repriced(instrumentId, price));
        }
    }

    /** Open orders of somebody else on an account, as the venue listed them; base currency, E8. */
    public void foreign(int accountId, int instrumentId, long buying, long selling) {
        Cell cell = accountCells[accountId][instrumentId];
        cell.foreignBuying = buying;
        cell.foreignSelling = selling;
        revalueAccount(accountId, instrumentId);
    }

    /**
     * Largest position reachable on one side.
     *
     * @param buy true for the long side, false for the short
     * @param except order left out because another takes its place, or null
     * @return signed position, base currency, E8
     */
    public long worst(int accountId, int instrumentId, boolean buy, @Nullable Order except) {
        Cell cell = accountCells[accountId][instrumentId];
        long left = except != null && except.isBuy() == buy ? except.leavesQty() : 0;
        return buy ? cell.worstLong(-left) : cell.worstShort(-left);
    }

    /** As {@link #worst}, of one strategy. */
    public long strategyWorst(int strategyId, int instrumentId, boolean buy, @Nullable Order except) {
        Cell cell = strategyCells[strategyId][instrumentId];
        long left = except != null && except.isBuy() == buy ? except.leavesQty() : 0;
        return buy ? cell.worstLong(-left) : cell.worstShort(-left);
    }

    /**
     * How much of a strategy's position an order on one side may still close: what it holds, less what its other orders already close. Orders
     * that wait for a stop price are left out, for they guard the same quantity.
     *
     * @return base currency, E8; not positive when there is nothing to close
     */
    public long reducible(int strategyId, int instrumentId, boolean buy, @Nullable Order except) {
        Cell cell = strategyCells[strategyId][instrumentId];
        long rest = buy ? -cell.held - cell.closingBuys : cell.held - cell.closingSells;
        if (except != null && except.isBuy() == buy && !except.isConditional()) {
            rest += except.leavesQty();
        }
        return rest;
    }

    /**
     * The price of an open order of the account on the other side that a price would meet; 0 if there is none. Orders that wait for a stop
     * price cannot be met.
     */
    public long ownPriceMet(int accountId, int instrumentId, boolean buy, long price) {
        Cell cell = accountCells[accountId][instrumentId];
        if (!cell.bestKnown) {
            findBest(cell, accountId, instrumentId);
        }
        long own = buy ? cell.bestSell : cell.bestBuy;
        boolean met = own > 0 && (buy ? price >= own : price <= own);
        return met ? own : 0;
    }

    /** Gross worst case of an account with one more order of a quantity, money at par, E8. */
    public long accountGrossWith(int accountId, int instrumentId, boolean buy, long quantity) {
        return grossWith(accounts[accountId], accountCells[accountId][instrumentId], instrumentId, buy, quantity);
    }

    /** Gross worst case over all accounts with one more order, money at par, E8. */
    public long totalGrossWith(int accountId, int instrumentId, boolean buy, long quantity) {
        return grossWith(total, accountCells[accountId][instrumentId], instrumentId, buy, quantity);
    }

    /** Gross worst case of a strategy with one more order, money at par, E8. */
    public long strategyGrossWith(int strategyId, int instrumentId, boolean buy, long quantity) {
        return grossWith(strategies[strategyId], strategyCells[strategyId][instrumentId], instrumentId, buy, quantity);
    }

    /** Net worst case of an account in the direction of one more order, money at par, E8, not negative. */
    public long netWith(ScopeTotals scope, int instrumentId, boolean buy, long quantity) {
        long more = Cell.signedNotional(instruments.get(instrumentId), prices[instrumentId], quantity);
        return buy
                ? Math.abs(Math.addExact(scope.longValue, more))
                : Math.abs(Math.subtractExact(scope.shortValue, more));
    }

    /** Sums of an account. */
    public ScopeTotals account(int accountId) {
        return accounts[accountId];
    }

    /** Sums of a strategy; its value is its profit so far. */
    public ScopeTotals strategy(int strategyId) {
        return strategies[strategyId];
    }

    /** Sums over all accounts. */
    public ScopeTotals total() {
        return total;
    }

    /** Open, in-flight and unknown orders of an account in an instrument. */
    public int openOrders(int accountId, int instrumentId) {
        return accountCells[accountId][instrumentId].orders;
    }

    /** Orders of an account in an instrument whose outcome is unknown. */
    public int unknown(int accountId, int instrumentId) {
        return accountCells[accountId][instrumentId].unknown;
    }

    /** Net position an account holds in an instrument, base currency, E8. */
    public long held(int accountId, int instrumentId) {
        return accountCells[accountId][instrumentId].held;
    }

    /** Value of what an account holds in an instrument, not negative, money at par, E8. */
    public long heldNotional(int accountId, int instrumentId) {
        long held = accountCells[accountId][instrumentId].held;
        return Math.abs(Cell.signedNotional(instruments.get(instrumentId), prices[instrumentId], held));
    }

    /** Latest fair price, quote currency, E8; 0 when there is none. */
    public long price(int instrumentId) {
        return prices[instrumentId];
    }

    /** Cash and what it makes with positions. */
    public Equity equity() {
        return equity;
    }

    /** What an account is worth, money at par, E8. */
    public long equityOf(int accountId) {
        return Math.addExact(equity.cash(accountId), accounts[accountId].value);
    }

    private long grossWith(ScopeTotals scope, Cell cell, int instrumentId, boolean buy, long quantity) {
        long after = cell.grossWith(
                instruments.get(instrumentId), prices[instrumentId], buy ? quantity : 0, buy ? 0 : quantity);
        return Math.addExact(scope.gross, after - cell.gross());
    }

    private void count(Order order, int sign, long leaves, long notional) {
        long signed = sign * leaves;
        Cell account = accountCells[order.accountId()][order.instrumentId()];
        Cell strategy = strategyCells[order.strategyId()][order.instrumentId()];
        account.count(order, sign, signed);
        strategy.count(order, sign, signed);
        account.bestKnown = false;
        count(accounts[order.accountId()], order, sign, sign * notional);
        count(strategies[order.strategyId()], order, sign, sign * notional);
        count(total, order, sign, sign * notional);
        revalueAccount(order.accountId(), order.instrumentId());
        revalueStrategy(order.strategyId(), order.instrumentId());
    }

    private void count(ScopeTotals scope, Order order, int sign, long notional) {
        scope.orders += sign;
        scope.unknown += order.state() == OrderState.UNKNOWN ? sign : 0;
        scope.working = Math.addExact(scope.working, notional);
        if (order.isBuy() && isPaidInFull(instrument(order))) {
            scope.buyReserve = Math.addExact(scope.buyReserve, notional);
        }
    }

    private void revalueAccount(int accountId, int instrumentId) {
        Cell cell = accountCells[accountId][instrumentId];
        Instrument instrument = instruments.get(instrumentId);
        long gross = cell.gross();
        long up = cell.longValue();
        long down = cell.shortValue();
        long value = cell.value();
        long worth = equity.worth(accountId, instrumentId, prices[instrumentId]);
        cell.revalue(instrument, prices[instrumentId], worth, accounts[accountId]);
        total.gross = Math.addExact(total.gross, cell.gross() - gross);
        total.longValue = Math.addExact(total.longValue, cell.longValue() - up);
        total.shortValue = Math.addExact(total.shortValue, cell.shortValue() - down);
        total.value = Math.addExact(total.value, cell.value() - value);
    }

    private void revalueStrategy(int strategyId, int instrumentId) {
        if (strategyId == Portfolio.EXTERNAL) {
            return;
        }
        Instrument instrument = instruments.get(instrumentId);
        Position position = portfolio.strategyPosition(0, strategyId, instrumentId);
        long price = prices[instrumentId];
        long profit = position.realizedPnl() - position.fees() + position.unrealizedPnl(instrument, price);
        strategyCells[strategyId][instrumentId].revalue(instrument, price, profit, strategies[strategyId]);
    }

    /** Walks the open orders once after they have changed. */
    private void findBest(Cell cell, int accountId, int instrumentId) {
        cell.bestBuy = 0;
        cell.bestSell = 0;
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            long price = order.worstPrice();
            boolean counts = order.instrumentId() == instrumentId
                    && order.accountId() == accountId
                    && price > 0
                    && price != FixedPoint.NULL
                    && !order.isConditional();
            if (counts && order.isBuy()) {
                cell.bestBuy = Math.max(cell.bestBuy, price);
            } else if (counts) {
                cell.bestSell = cell.bestSell == 0 ? price : Math.min(cell.bestSell, price);
            }
        }
        cell.bestKnown = true;
    }

    private Instrument instrument(Order order) {
        return instruments.get(order.instrumentId());
    }

    /** Whether buying takes the whole value in cash, not a margin. */
    public static boolean isPaidInFull(Instrument instrument) {
        return instrument.assetClass() == AssetClass.SPOT || instrument.assetClass() == AssetClass.EQUITY;
    }

    private static Cell[][] cells(int rows, int columns) {
        Cell[][] table = new Cell[rows][columns];
        for (Cell[] row : table) {
            for (int i = 0; i < columns; i++) {
                row[i] = new Cell();
            }
        }
        return table;
    }

    private static ScopeTotals[] totals(int count) {
        ScopeTotals[] totals = new ScopeTotals[count];
        for (int i = 0; i < count; i++) {
            totals[i] = new ScopeTotals();
        }
        return totals;
    }
}
