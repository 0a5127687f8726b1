package io.lockstep.simulator.binance;

import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.binance.feed.PublicFeed;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.market.Quote;
import io.lockstep.simulator.matching.MarketInput;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.venue.Listing;
import io.lockstep.simulator.venue.VenueLedger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** The first account's balances and positions beside its orders. */
    static VenueLedger ledger(MatchingCore core, List<VenueLedger.Order> orders) {
        Account account = core.account(0);
        Map<String, Long> balances = new TreeMap<>();
        for (int asset = 0; asset < core.ledger().assets().size(); asset++) {
            balances.put(core.ledger().assets().name(asset), account.total(asset));
        }
        Map<String, Long> positions = new TreeMap<>();
        for (int id = 0; id < core.instrumentCount(); id++) {
            positions.put(core.instrument(id).symbol(), account.position(id).quantity());
        }
        balances.values().removeIf(amount -> amount == 0);
        positions.values().removeIf(quantity -> quantity == 0);
        return new VenueLedger(orders, balances, positions);
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

    @Override
    public void onLiquidation(int instrumentId, boolean buys, long price, long quantity, long timeNs) {
        feed.onLiquidation(instrumentId, buys, price, quantity, timeNs);
    }

    @Override
    public void onRecorded(int instrumentId, boolean recorded) {
        feed.onRecorded(instrumentId, recorded);
    }

    @Override
    public void onUpdateIds(int instrumentId, long firstId, long lastId, long previousId) {
        feed.onUpdateIds(instrumentId, firstId, lastId, previousId);
    }

    @Override
    public void onQuote(int instrumentId, Quote quote, long timeNs) {
        core.advanceTo(timeNs);
        input.onTop(
                instrumentId,
                quote.bidPrice(),
                quote.bidQuantity(),
                quote.askPrice(),
                quote.askQuantity(),
                quote.updateId(),
                timeNs);
        feed.onQuote(instrumentId, quote, timeNs);
    }
}
