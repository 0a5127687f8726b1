package io.lockstep.simulator.alpaca;

import io.lockstep.engine.sbe.Side;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.market.Quote;

/** A market that nobody listens to. */
final class SilentMarket implements MarketSink {
    @Override
    public void onBookReset(int instrumentId) {}

    @Override
    public void onLevel(int instrumentId, boolean asks, long price, long quantity) {}

    @Override
    public void onBookChanged(int instrumentId, long timeNs) {}

    @Override
    public void onTrade(int instrumentId, Side aggressor, long price, long quantity, long timeNs) {}

    @Override
    public void onMark(int instrumentId, long mark, long index, long fundingRate, long nextFundingNs, long timeNs) {}

    @Override
    public void onLiquidation(int instrumentId, boolean buys, long price, long quantity, long timeNs) {}

    @Override
    public void onRecorded(int instrumentId, boolean recorded) {}

    @Override
    public void onUpdateIds(int instrumentId, long firstId, long lastId, long previousId) {}

    @Override
    public void onQuote(int instrumentId, Quote quote, long timeNs) {}
}
