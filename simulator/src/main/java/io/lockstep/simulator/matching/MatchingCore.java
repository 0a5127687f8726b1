package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.account.AssetTable;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.PriceTable;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.OrderStore;
import io.lockstep.simulator.matching.book.QueueModel;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import io.lockstep.simulator.order.TradingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A venue without clock, thread or network: instruments, accounts and orders go in with their time, what happens comes out of a
 * {@link MatchingListener}. The same inputs give the same outputs.
 *
 * <p>Times must not go backwards. One thread.
 */
public final class MatchingCore {
    /** Stands for every instrument where one may be named. */
    public static final int ALL_INSTRUMENTS = -1;

    /** Nothing is due. */
    public static final long NEVER = Long.MAX_VALUE;

    private final MatchingSettings settings;
    private final MatchingListener listener;
    private final List<InstrumentMarket> markets = new ArrayList<>();
    private final Ledger ledger;
    private final OrderStore store;
    private final OrderEntry orders;
    private final AccountChanges changes;
    private final MarketInput market;

    /** An empty venue. */
    public MatchingCore(MatchingSettings settings, AccountRules rules, MatchingListener listener) {
        this.settings = settings;
        this.listener = listener;
        PriceTable prices = new PriceTable();
        ledger = new Ledger(rules, new AssetTable(), prices);
        store = new OrderStore(settings.closedOrders());
        changes = new AccountChanges(ledger, listener);
        QueueModel queue = new QueueModel(settings.cancelsAheadShare());
        Executions executions = new Executions(ledger, store, listener);
        OrderChecks checks = new OrderChecks(ledger);
        Matcher matcher = new Matcher(executions, queue);
        RestingFills resting = new RestingFills(executions, queue);
        Activation activation = new Activation(executions, checks, matcher, queue, listener);
        Liquidations liquidations = new Liquidations(ledger, store, executions, matcher, listener);
        orders = new OrderEntry(markets, store, checks, executions, activation, listener, settings.dayRollMinutes());
        market = new MarketInput(
                markets,
                prices,
                resting,
                activation,
                liquidations,
                orders,
                changes,
                listener,
                settings.barParticipation());
    }

    /**
     * Adds an instrument, or changes the one of the same id.
     *
     * @throws IllegalArgumentException if the id leaves a hole
     */
    public void instrument(Instrument instrument, TradingRules rules) {
        ledger.instrument(instrument);
        if (instrument.id() == markets.size()) {
            markets.add(new InstrumentMarket(instrument, rules, settings));
        } else {
            InstrumentMarket known = markets.get(instrument.id());
            known.instrument = instrument;
            known.rules = rules;
            known.displayed.instrument(instrument);
        }
    }

    /** The definition of an instrument. */
    public Instrument instrument(int instrumentId) {
        return markets.get(instrumentId).instrument;
    }

    /** Number of instruments. */
    public int instrumentCount() {
        return markets.size();
    }

    /** Adds to a balance from outside; negative takes away. */
    public void deposit(int accountId, String asset, long amount, long timeNs) {
        ledger.deposit(ledger.account(accountId), ledger.assets().index(asset), amount);
        changes.publish(timeNs);
    }

    /** Gives an account a position it held at an earlier venue; see {@link Ledger#takeOver}. */
    public void takeOver(int accountId, int instrumentId, long quantity, long cost) {
        ledger.takeOver(ledger.account(accountId), instrumentId, quantity, cost);
    }

    /** Sets an account's leverage for an instrument, at least 1. */
    public void leverage(int accountId, int instrumentId, int leverage, long timeNs) {
        ledger.leverage(ledger.account(accountId), instrument(instrumentId), leverage);
        changes.publish(timeNs);
    }

    /** An account; a new one starts empty. Ids are dense from 0. */
    public Account account(int accountId) {
        return ledger.account(accountId);
    }

    /** The venue's books. */
    public Ledger ledger() {
        return ledger;
    }

    /** Where market data enters. */
    public MarketInput market() {
        return market;
    }

    /**
     * Takes or refuses a new order.
     *
     * @return the venue's id of the order, 0 when refused
     */
    public long submit(OrderRequest request, long timeNs) {
        long id = orders.submit(request, timeNs);
        changes.publish(timeNs);
        return id;
    }

    /**
     * Cancels an open order.
     *
     * @return why not, {@link RejectReason#NONE} when done
     */
    public RejectReason cancel(int accountId, long orderId, long timeNs) {
        RejectReason reason = orders.cancel(accountId, orderId, timeNs);
        changes.publish(timeNs);
        return reason;
    }

    /**
     * Cancels all open orders of an account on an instrument or on {@link #ALL_INSTRUMENTS}.
     *
     * @return how many
     */
    public int cancelAll(int accountId, int instrumentId, EndReason reason, long timeNs) {
        int count = orders.cancelAll(accountId, instrumentId, reason, timeNs);
        changes.publish(timeNs);
        return count;
    }

    /**
     * Changes price, trigger price and quantity of an open order; the quantity counts what is filled already.
     *
     * @param change account, tag, price, stop price and quantity are read; an absent stop price stays as it is
     * @param keepPriority whether a mere decrease of the quantity keeps its place in the queue
     * @return why not, {@link RejectReason#NONE} when done
     */
    public RejectReason replace(long orderId, OrderRequest change, boolean keepPriority, long timeNs) {
        RejectReason reason = orders.replace(orderId, change, keepPriority, timeNs);
        changes.publish(timeNs);
        return reason;
    }

    /** An open order or one of the last closed ones; null if there is none. */
    public @Nullable ClientOrder order(long orderId) {
        return store.get(orderId);
    }

    /** Visits the open orders of an account in the order in which they came; the visitor must not call the core. */
    public void forEachOpen(int accountId, Consumer<ClientOrder> visitor) {
        for (ClientOrder order = store.firstOpen(accountId); order != null; order = order.nextOpen()) {
            visitor.accept(order);
        }
    }

    /** Visits the closed orders that are kept, the longest closed first. */
    public void forEachClosed(Consumer<ClientOrder> visitor) {
        for (int i = 0; i < store.closedCount(); i++) {
            visitor.accept(store.closed(i));
        }
    }

    /** Best bid displayed, quote currency, E8; 0 for none. */
    public long bid(int instrumentId) {
        return markets.get(instrumentId).displayed.best(false);
    }

    /** Best ask displayed, quote currency, E8; 0 for none. */
    public long ask(int instrumentId) {
        return markets.get(instrumentId).displayed.best(true);
    }

    /** Mark, last or middle price, whichever is known first, quote currency, E8; 0 for none. */
    public long referencePrice(int instrumentId) {
        return markets.get(instrumentId).referencePrice();
    }

    /** When time alone will next change something, {@link #NEVER} if nothing is due. */
    public long nextTimeNs() {
        long next = orders.nextExpiryNs();
        for (int i = 0; i < markets.size(); i++) {
            long funding = markets.get(i).nextFundingNs;
            if (funding != FixedPoint.NULL) {
                next = Math.min(next, funding);
            }
        }
        return next;
    }

    /** Lets time pass: orders expire and funding is paid up to and including {@code timeNs}, each at its own time. */
    public void advanceTo(long timeNs) {
        for (long next = nextTimeNs(); next <= timeNs; next = nextTimeNs()) {
            if (orders.nextExpiryNs() <= next) {
                orders.expireNext(next);
            } else {
                fund(next);
            }
            changes.publish(next);
        }
    }

    private void fund(long timeNs) {
        for (InstrumentMarket each : markets) {
            if (each.nextFundingNs != FixedPoint.NULL && each.nextFundingNs <= timeNs) {
                fund(each, timeNs);
                each.nextFundingNs = FixedPoint.NULL;
            }
        }
    }

    private void fund(InstrumentMarket due, long timeNs) {
        int id = due.instrument.id();
        for (int i = 0; i < ledger.accountCount(); i++) {
            Account account = ledger.account(i);
            if (account.positionIfAny(id) != null && account.position(id).quantity() != 0) {
                long payment = ledger.fund(account, due.instrument, due.referencePrice(), due.fundingRate);
                listener.onFunding(account, id, payment, timeNs);
            }
        }
    }
}
