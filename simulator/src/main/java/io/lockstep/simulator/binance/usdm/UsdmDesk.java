package io.lockstep.simulator.binance.usdm;

import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.trade.ListenKeys;
import io.lockstep.simulator.binance.trade.MarketQueries;
import io.lockstep.simulator.binance.trade.OrderDesk;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.binance.trade.UserStreams;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.matching.MatchingSettings;
import java.util.function.LongSupplier;

/** Puts USDⓈ-M's trading together: core, orders, user events and all endpoints. */
public final class UsdmDesk {
    private final Trading trading;
    private final EndpointTable table = new EndpointTable();
    private final ListenKeys listenKeys;
    private final CountdownCancels countdowns;

    /** Futures trading over a feed. */
    public UsdmDesk(
            MatchingSettings settings, AccountRules rules, PublicFeed feed, RateLimits limits, LongSupplier nowNs) {
        UserStreams users = new UserStreams();
        LongSupplier nowMs = () -> nowNs.getAsLong() / 1_000_000L;
        UsdmUserEvents events =
                new UsdmUserEvents(users, feed, () -> trading().core().ledger(), nowMs);
        OrderDesk desk = new OrderDesk(feed, events);
        MatchingCore core = new MatchingCore(settings, rules, desk);
        trading = new Trading(core, desk, feed, users, nowNs);
        listenKeys = new ListenKeys(users, nowMs);
        feed.feeds()
                .forEach(each ->
                        core.instrument(each.spec().instrument(), each.spec().rules()));
        UsdmOrders orders = new UsdmOrders(trading);
        countdowns = new CountdownCancels(trading, orders);
        new MarketQueries(Product.USDM, feed).register(table);
        new UsdmReference(feed, limits).register(table);
        orders.register(table);
        new UsdmAlgoOrders(trading).register(table);
        new UsdmQueries(trading, limits).register(table);
        new UsdmAccount(trading).register(table);
        new UsdmConfig(trading, events).register(table);
        events.income().register(table);
        listenKeys.register(table);
        countdowns.register(table);
    }

    /** What the endpoints work on. */
    public Trading trading() {
        return trading;
    }

    /** All endpoints. */
    public EndpointTable table() {
        return table;
    }

    /** The keys of user streams. */
    public ListenKeys listenKeys() {
        return listenKeys;
    }

    /** The dead man's switches. */
    public CountdownCancels countdowns() {
        return countdowns;
    }
}
