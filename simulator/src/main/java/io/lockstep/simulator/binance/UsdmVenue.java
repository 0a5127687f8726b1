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
import io.lockstep.simulator.binance.trade.UsdmDesk;
import io.lockstep.simulator.market.MarketSource;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.wire.WireFace;
import java.util.List;

/** Simulated Binance USDⓈ-M futures: everything behind one port. Event loop only. */
public final class UsdmVenue {
    private static final long[] BRACKET_FLOORS = {
        0, 50_000 * FixedPoint.ONE, 250_000 * FixedPoint.ONE, 1_000_000 * FixedPoint.ONE
    };
    private static final long[] BRACKET_RATES = {400_000, 500_000, 1_000_000, 2_500_000};
    private static final long LIQUIDATION_FEE = 1_250_000;

    private final VenueClock clock;
    private final PublicFeed feed;
    private final UsdmDesk usdm;
    private final MarketSource market;
    private final MarketBridge bridge;
    private final KeyRing keys = new KeyRing();
    private final UsdmFace face;

    UsdmVenue(BinanceSimulatorSettings settings, VenueClock clock) {
        this.clock = clock;
        StreamHub hub = new StreamHub();
        feed = new PublicFeed(Product.USDM, hub, clock::nowMs);
        Symbols.usdm().forEach(feed::add);
        RateLimits limits = limits();
        usdm = new UsdmDesk(SpotVenue.matching(), rules(settings.leverage()), feed, limits, clock::nowNs);
        market = SpotVenue.synthetic(settings, clock, feed);
        bridge = new MarketBridge(core().market(), feed);
        keys.add(new ApiKey(settings.apiKey(), settings.apiSecret(), null, 0, true));
        Balances.deposit(core(), 0, settings.usdmBalances(), clock.nowNs());
        ApiDesk api = new ApiDesk(
                Product.USDM,
                keys,
                limits,
                clock::nowMs,
                () -> usdm.trading().desk().flush());
        face = new UsdmFace(usdm, api, hub);
        tick();
    }

    /** The venue's truth. */
    public MatchingCore core() {
        return usdm.trading().core();
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
        usdm.countdowns().tick();
        usdm.listenKeys().expire();
        usdm.trading().desk().flush();
        feed.tick();
    }

    private static AccountRules rules(int leverage) {
        return new AccountRules(
                leverage,
                false,
                FeeCurrency.QUOTE,
                "BNB",
                FixedPoint.ONE,
                MarginBrackets.of(BRACKET_FLOORS, BRACKET_RATES),
                LIQUIDATION_FEE);
    }

    private static RateLimits limits() {
        return new RateLimits(
                2_400,
                List.of(
                        new RateLimits.Window("ORDERS", "SECOND", 10, 10_000, 300),
                        new RateLimits.Window("ORDERS", "MINUTE", 1, 60_000, 1_200)));
    }
}
