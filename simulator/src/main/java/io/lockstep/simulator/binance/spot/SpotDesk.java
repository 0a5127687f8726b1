package io.lockstep.simulator.binance.spot;

import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.trade.MarketQueries;
import io.lockstep.simulator.binance.trade.OrderDesk;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.binance.trade.UserStreams;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.matching.MatchingSettings;
import java.util.function.LongSupplier;

/** Puts Spot's trading together: core, orders, user events and all endpoints. */
public final class SpotDesk {
    private final Trading trading;
    private final EndpointTable table = new EndpointTable();

    /** Spot trading over a feed. */
    public SpotDesk(
            MatchingSettings settings, AccountRules rules, PublicFeed feed, RateLimits limits, LongSupplier nowNs) {
        UserStreams users = new UserStreams();
        LongSupplier nowMs = () -> nowNs.getAsLong() / 1_000_000L;
        SpotUserEvents events =
                new SpotUserEvents(users, () -> trading().core().ledger().assets(), nowMs);
        OrderDesk desk = new OrderDesk(feed, events);
        MatchingCore core = new MatchingCore(settings, rules, desk);
        trading = new Trading(core, desk, feed, users, nowNs);
        feed.feeds()
                .forEach(each ->
                        core.instrument(each.spec().instrument(), each.spec().rules()));
        new MarketQueries(Product.SPOT, feed).register(table);
        new SpotReference(feed, limits).register(table);
        new SpotOrders(trading, events, limits).register(table);
        new SpotQueries(trading, limits).register(table);
        new SpotWallet(trading).register(table);
    }

    /** What the endpoints work on. */
    public Trading trading() {
        return trading;
    }

    /** All endpoints. */
    public EndpointTable table() {
        return table;
    }
}
