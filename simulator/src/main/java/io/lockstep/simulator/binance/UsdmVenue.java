package io.lockstep.simulator.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.account.MarginBrackets;
import io.lockstep.simulator.binance.api.ApiDesk;
import io.lockstep.simulator.binance.api.KeyRing;
import io.lockstep.simulator.binance.api.Product;
import io.lockstep.simulator.binance.api.RateLimits;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.binance.feed.StreamHub;
import io.lockstep.simulator.binance.usdm.UsdmDesk;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.venue.LedgerKeeper;
import io.lockstep.simulator.venue.Listing;
import io.lockstep.simulator.venue.VenueClock;
import io.lockstep.simulator.venue.VenueFace;
import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.wire.WireFace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Simulated Binance USDⓈ-M futures: everything behind one port. Event loop only. */
public final class UsdmVenue implements VenueFace, LedgerKeeper {
    private static final long[] BRACKET_FLOORS = {
        0, 50_000 * FixedPoint.ONE, 250_000 * FixedPoint.ONE, 1_000_000 * FixedPoint.ONE
    };
    private static final long[] BRACKET_RATES = {400_000, 500_000, 1_000_000, 2_500_000};
    private static final long LIQUIDATION_FEE = 1_250_000;
    private static final int ORDERS_PER_MINUTE_FACTOR = 4;

    private final VenueClock clock;
    private final StreamHub<String> hub;
    private final PublicFeed feed;
    private final UsdmDesk usdm;
    private final MarketBridge bridge;
    private final Connections connections;
    private final UsdmFace face;
    private final VenueFaults faults;

    /** A venue without a market yet. */
    public UsdmVenue(BinanceSimulatorSettings settings, InstantSource time) {
        clock = new VenueClock(time);
        hub = new StreamHub<>();
        feed = new PublicFeed(Product.USDM, hub, clock::statedMs, settings.legacy2024());
        for (BinanceSymbol symbol : settings.usdm()) {
            feed.add(symbol.usdm(feed.feeds().size()));
        }
        RateLimits limits = limits(settings);
        usdm = new UsdmDesk(SpotVenue.matching(), rules(settings.leverage()), feed, limits, clock::nowNs);
        bridge = new MarketBridge(core(), feed);
        KeyRing keys = new KeyRing();
        for (int id = 0; id < settings.accounts().size(); id++) {
            keys.add(settings.accounts().get(id).toKey(id));
            BinanceAccount.deposit(core(), id, settings.accounts().get(id).usdm(), clock.nowNs());
        }
        connections = new Connections(
                settings.usdmPing().toMillis(),
                settings.usdmPong().toMillis(),
                settings.connectionLife().toMillis());
        ApiDesk api = new ApiDesk(
                Product.USDM,
                keys,
                limits,
                clock::statedMs,
                () -> usdm.trading().desk().flush());
        face = new UsdmFace(usdm, api, hub, connections, clock);
        faults = new BinanceFaults(Product.USDM, clock, limits, connections, usdm.listenKeys()::expireAll);
    }

    @Override
    public String name() {
        return "binance-usdm";
    }

    @Override
    public WireFace wire() {
        return face;
    }

    @Override
    public List<Listing> listings() {
        return MarketBridge.listings(feed);
    }

    @Override
    public MarketSink market() {
        return bridge;
    }

    @Override
    public VenueFaults faults() {
        return faults;
    }

    @Override
    public Map<String, Long> sent() {
        return hub.sent();
    }

    @Override
    public VenueLedger ledger() {
        return MarketBridge.ledger(core(), usdm.trading().desk().ledger(0));
    }

    @Override
    public void tick() {
        core().advanceTo(clock.nowNs());
        usdm.countdowns().tick();
        usdm.listenKeys().expire();
        usdm.trading().desk().flush();
        feed.tick();
        connections.tick(clock.nowMs());
    }

    /** The venue's truth. */
    public MatchingCore core() {
        return usdm.trading().core();
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

    private static RateLimits limits(BinanceSimulatorSettings settings) {
        int orders = settings.usdmOrdersPerTenSeconds();
        return new RateLimits(
                settings.usdmWeightPerMinute(),
                List.of(
                        new RateLimits.Window("ORDERS", "SECOND", 10, 10_000, orders),
                        new RateLimits.Window("ORDERS", "MINUTE", 1, 60_000, ORDERS_PER_MINUTE_FACTOR * orders)));
    }
}
