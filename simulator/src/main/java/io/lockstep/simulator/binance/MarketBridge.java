package io.lockstep.simulator.binance;

import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.matching.MarketInput;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.venue.Listing;
import java.util.List;

/**
 * Gives what the market source says to the matching core first and to the public afterwards. Time passes in the core with each event, so
 * that what fell due before it, as funding, comes first.
 */
final class MarketBridge implements MarketSink {
    private final MatchingCore core;
    private final MarketInput input;
    private final PublicFeed feed;

    MarketBridge(MatchingCore core, PublicFeed feed) {
        this.core = core;
        this.input = core.market();
        this.feed = feed;
    }

    /** What a feed's venue trades. */
    static List<Listing> listings(PublicFeed feed) {
        return feed.feeds().stream()
                .map(each -> new Listing(each.spec().instrument(), each.spec().startPrice()))
                .toList();
    }

    @Override
    public void onBookReset(int instrumentId) {
        input.beginSnapshot(instrumentId);
        feed.onBookReset(instrumentId);
    }

    @Override
    public void onLevel(int instrumentId, boolean asks, long price, long quantity) {
        input.level(instrumentId, asks, price, quantity);
        feed.onLevel(instrumentId, asks, price, quantity);
    }

    @Override
    public void onBookChanged(int instrumentId, long timeNs) {
        core.advanceTo(timeNs);
        input.endDepth(instrumentId, feed.feeds().get(instrumentId).updateId(), timeNs);
        feed.onBookChanged(instrumentId, timeNs);
    }

    @Override
    public void onTrade(int instrumentId, Side aggressor, long price, long quantity, long timeNs) {
        core.advanceTo(timeNs);
        input.onTrade(instrumentId, aggressor, price, quantity, timeNs);
        feed.onTrade(instrumentId, aggressor, price, quantity, timeNs);
    }

    @Override
    public void onMark(int instrumentId, long mark, long index, long fundingRate, long nextFundingNs, long timeNs) {
        core.advanceTo(timeNs);
        input.onMark(instrumentId, mark, fundingRate, nextFundingNs, timeNs);
        feed.onMark(instrumentId, mark, index, fundingRate, nextFundingNs, timeNs);
    }
}
