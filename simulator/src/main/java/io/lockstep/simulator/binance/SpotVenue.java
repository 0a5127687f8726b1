package io.lockstep.simulator.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.account.MarginBrackets;
import io.lockstep.simulator.binance.api.ApiDesk;
import io.lockstep.simulator.binance.api.ApiKey;
import io.lockstep.simulator.binance.api.KeyRing;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.StreamHub;
import io.lockstep.simulator.binance.trade.SpotDesk;
import io.lockstep.simulator.market.DepthAssumption;
import io.lockstep.simulator.market.MarketSource;
import io.lockstep.simulator.market.SyntheticMarket;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.matching.MatchingSettings;
import io.lockstep.simulator.wire.WireFace;
import java.util.List;

/** Simulated Binance Spot: everything behind one port. Event loop only. */
public final class SpotVenue {
    private final VenueClock clock;
    private final PublicFeed feed;
    private final SpotDesk spot;
    private final MarketSource market;
    private final MarketBridge bridge;
    private final KeyRing keys = new KeyRing();
    private final SpotFace face;

    SpotVenue(BinanceSimulatorSettings settings, VenueClock clock) {
        this.clock = clock;
        StreamHub hub = new StreamHub();
        feed = new PublicFeed(Product.SPOT, hub, clock::nowMs);
        Symbols.spot().forEach(feed::add);
        RateLimits limits = limits();
        spot = new SpotDesk(matching(), rules(), feed, limits, clock::nowNs);
        market = synthetic(settings, clock, feed);
        bridge = new MarketBridge(spot.trading().core().market(), feed);
        keys.add(new ApiKey(settings.apiKey(), settings.apiSecret(), null, 0, true));
        Balances.deposit(core(), 0, settings.spotBalances(), clock.nowNs());
        ApiDesk api = new ApiDesk(
                Product.SPOT,
                keys,
                limits,
                clock::nowMs,
                () -> spot.trading().desk().flush());
        face = new SpotFace(spot, api, hub);
        tick();
    }

    /** The venue's truth. */
    public MatchingCore core() {
        return spot.trading().core();
    }

    /** The keys it knows. */
    public KeyRing keys() {
        return keys;
    }

    WireFace face() {
        return face;
    }

    /** Lets everything happen that is due. */
    void tick() {
        long now = clock.nowNs();
        market.advanceTo(now, bridge);
        core().advanceTo(now);
        spot.trading().desk().flush();
        feed.tick();
    }

    static MarketSource synthetic(BinanceSimulatorSettings settings, VenueClock clock, PublicFeed feed) {
        SyntheticMarket synthetic = new SyntheticMarket(clock.nowNs(), settings.stepMs() * 1_000_000L);
        feed.feeds()
                .forEach(each -> synthetic.add(
                        each.spec().instrument(),
                        each.spec().startPrice(),
                        settings.seed() * 1_000 + each.spec().instrument().id()));
        return synthetic;
    }

    static MatchingSettings matching() {
        DepthAssumption depth = new DepthAssumption(0, 1, FixedPoint.ONE, 1_000_000_000L);
        return new MatchingSettings(FixedPoint.ONE, depth, 1, 1, 0, 0, 1_000);
    }

    private static AccountRules rules() {
        return new AccountRules(1, false, FeeCurrency.RECEIVED, "BNB", FixedPoint.ONE, MarginBrackets.flat(0), 0);
    }

    private static RateLimits limits() {
        return new RateLimits(
                6_000,
                List.of(
                        new RateLimits.Window("ORDERS", "SECOND", 10, 10_000, 50),
                        new RateLimits.Window("ORDERS", "DAY", 1, 86_400_000, 160_000)));
    }
}
