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
import io.lockstep.simulator.binance.spot.SpotDesk;
import io.lockstep.simulator.market.DepthAssumption;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.matching.MatchingSettings;
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
import java.util.TreeMap;

/** Simulated Binance Spot: everything behind one port. Event loop only. */
public final class SpotVenue implements VenueFace, LedgerKeeper {
    private final VenueClock clock;
    private final StreamHub<String> hub;
    private final PublicFeed feed;
    private final SpotDesk spot;
    private final MarketBridge bridge;
    private final Connections connections;
    private final SpotFace face;
    private final VenueFaults faults;

    /** A venue without a market yet. */
    public SpotVenue(BinanceSimulatorSettings settings, InstantSource time) {
        clock = new VenueClock(time);
        hub = new StreamHub<>();
        feed = new PublicFeed(Product.SPOT, hub, clock::statedMs, settings.legacy2024());
        for (BinanceSymbol symbol : settings.spot()) {
            feed.add(symbol.spot(feed.feeds().size()));
        }
        RateLimits limits = limits(settings);
        spot = new SpotDesk(matching(), rules(), feed, limits, clock::nowNs);
        bridge = new MarketBridge(core(), feed);
        KeyRing keys = new KeyRing();
        for (int id = 0; id < settings.accounts().size(); id++) {
            keys.add(settings.accounts().get(id).toKey(id));
            BinanceAccount.deposit(core(), id, settings.accounts().get(id).spot(), clock.nowNs());
        }
        connections = new Connections(
                settings.spotPing().toMillis(),
                settings.spotPong().toMillis(),
                settings.connectionLife().toMillis());
        ApiDesk api = new ApiDesk(
                Product.SPOT,
                keys,
                limits,
                clock::statedMs,
                () -> spot.trading().desk().flush());
        face = new SpotFace(spot, api, feed, hub, connections, clock);
        faults = new BinanceFaults(
                Product.SPOT, clock, limits, connections, spot.trading().users()::terminate);
    }

    @Override
    public String name() {
        return "binance-spot";
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
        Map<String, Long> sent = new TreeMap<>(hub.sent());
        feed.binary().sent().forEach((stream, count) -> sent.merge(stream, count, Long::sum));
        return sent;
    }

    @Override
    public VenueLedger ledger() {
        return MarketBridge.ledger(core(), spot.trading().desk().ledger(0));
    }

    @Override
    public void tick() {
        core().advanceTo(clock.nowNs());
        spot.trading().desk().flush();
        feed.tick();
        connections.tick(clock.nowMs());
    }

    /** The venue's truth. */
    public MatchingCore core() {
        return spot.trading().core();
    }

    static MatchingSettings matching() {
        DepthAssumption depth = new DepthAssumption(0, 1, FixedPoint.ONE, 1_000_000_000L);
        return new MatchingSettings(FixedPoint.ONE, depth, 1, 1, 0, 0, 1_000);
    }

    private static AccountRules rules() {
        return new AccountRules(1, false, FeeCurrency.RECEIVED, "BNB", FixedPoint.ONE, MarginBrackets.flat(0), 0);
    }

    private static RateLimits limits(BinanceSimulatorSettings settings) {
        return new RateLimits(
                settings.spotWeightPerMinute(),
                List.of(
                        new RateLimits.Window("ORDERS", "SECOND", 10, 10_000, settings.spotOrdersPerTenSeconds()),
                        new RateLimits.Window("ORDERS", "DAY", 1, 86_400_000, 160_000)));
    }
}
