package io.lockstep.simulator.alpaca.ticks;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.TradingCalendar;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetTable;
import io.lockstep.simulator.alpaca.market.NewsItem;
import io.lockstep.simulator.alpaca.market.TickSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A market made up from a seed, awake at all times: quotes wander, somebody trades, now and then a trade is corrected or canceled,
 * bands move and headlines come. The same assets, seed and start give the same market.
 */
public final class SyntheticTicks implements TickSource {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NEWS_PERIOD_NS = 60 * SECOND_NS;
    private static final long BANDS_PERIOD_NS = 30 * SECOND_NS;
    private static final long TEST_QUOTE_PERIOD_NS = 5 * SECOND_NS;
    private static final Map<String, Integer> START_CENTS = Map.of(
            "SPY",
            52_010,
            "AAPL",
            22_515,
            "IBM",
            21_830,
            "MSFT",
            42_075,
            "F",
            1_103,
            "BRK.A",
            68_500_000,
            "SNDL",
            85,
            "BTC/USD",
            6_418_250,
            "ETH/USD",
            264_030,
            "FAKEPACA",
            13_455);

    private final AssetTable assets;
    private final TradingCalendar calendar;
    private final long stepNs;
    private final SplittableRandom random;
    private final List<SyntheticAsset> makers = new ArrayList<>();
    private long nextNs;
    private long nextNewsNs;
    private long nextBandsNs;
    private long nextTestNs;
    private long lastNewsId = 40_000_000;
    private int bandsOf;

    /**
     * A market over assets that are tradable or belong to the test stream.
     *
     * @param calendar tells which trades are printed outside the core session
     * @param startNs time of the first step, UTC, nanoseconds
     * @param stepNs time between steps, nanoseconds, positive
     */
    public SyntheticTicks(AssetTable assets, TradingCalendar calendar, long startNs, long stepNs, long seed) {
        this.assets = assets;
        this.calendar = calendar;
        this.stepNs = stepNs;
        this.random = new SplittableRandom(seed);
        this.nextNs = startNs;
        this.nextNewsNs = startNs;
        this.nextBandsNs = startNs;
        this.nextTestNs = startNs;
        for (Asset asset : assets.all()) {
            if (asset.isTradable() || !asset.isPublic()) {
                int cents = START_CENTS.getOrDefault(asset.symbol(), 10_000);
                makers.add(new SyntheticAsset(asset, cents, seed * 1_000 + asset.id()));
            }
        }
    }

    @Override
    public long nextTimeNs() {
        return nextNs;
    }

    @Override
    public void sayNext(TickSink sink) {
        boolean core = calendar.sessionAt(nextNs) == MarketSession.CORE;
        boolean test = nextNs >= nextTestNs;
        nextTestNs = test ? nextNs + TEST_QUOTE_PERIOD_NS : nextTestNs;
        for (SyntheticAsset each : makers) {
            if (each.asset().isPublic() || test) {
                each.step(nextNs, core, sink);
            }
        }
        if (nextNs >= nextNewsNs) {
            news(sink);
        }
        if (nextNs >= nextBandsNs) {
            bands(sink);
        }
        nextNs += stepNs;
    }

    private void news(TickSink sink) {
        nextNewsNs = nextNs + NEWS_PERIOD_NS;
        String symbol = assets.all().get(random.nextInt(assets.all().size())).symbol();
        sink.onNews(new NewsItem(
                ++lastNewsId, symbol + " moves in a made-up market", List.of(symbol), nextNs - SECOND_NS, nextNs));
    }

    private void bands(TickSink sink) {
        nextBandsNs = nextNs + BANDS_PERIOD_NS;
        bandsOf = (bandsOf + 1) % makers.size();
        SyntheticAsset maker = makers.get(bandsOf);
        if (!maker.asset().isCrypto()) {
            sink.onBands(maker.asset(), maker.rounded(0.95), maker.rounded(1.05), nextNs);
        }
    }
}
