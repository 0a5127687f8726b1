package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.simulator.account.PriceTable;
import io.lockstep.simulator.market.BarPath;
import java.math.RoundingMode;
import java.util.List;

/**
 * Where recorded or synthetic market data enters the core. Call in the order of events; ids are those of the core's instruments,
 * prices and quantities E8, times UTC nanoseconds.
 *
 * <p>The finest data known decides: recorded quotes end the forming of quotes, recorded trades or quotes make bars mere notes.
 */
public final class MarketInput {
    private final List<InstrumentMarket> markets;
    private final PriceTable prices;
    private final RestingFills resting;
    private final Activation activation;
    private final Liquidations liquidations;
    private final OrderEntry orders;
    private final AccountChanges changes;
    private final MatchingListener listener;
    private final long barParticipation;
    private final BarPath path = new BarPath();

    MarketInput(
            List<InstrumentMarket> markets,
            PriceTable prices,
            RestingFills resting,
            Activation activation,
            Liquidations liquidations,
            OrderEntry orders,
            AccountChanges changes,
            MatchingListener listener,
            long barParticipation) {
        this.markets = markets;
        this.prices = prices;
        this.resting = resting;
        this.activation = activation;
        this.liquidations = liquidations;
        this.orders = orders;
        this.changes = changes;
        this.listener = listener;
        this.barParticipation = barParticipation;
    }

    /**
     * Best bid and ask changed.
     *
     * @param updateId the venue's update id, {@code FixedPoint.NULL} for none
     */
    public void onTop(
            int instrumentId, long bid, long bidQuantity, long ask, long askQuantity, long updateId, long timeNs) {
        InstrumentMarket market = markets.get(instrumentId);
        market.quotesRecorded = true;
        market.displayed.onTop(bid, bidQuantity, ask, askQuantity, updateId);
        onDisplayed(market, timeNs);
    }

    /** A depth snapshot begins; its levels and {@link #endDepth} follow. */
    public void beginSnapshot(int instrumentId) {
        InstrumentMarket market = markets.get(instrumentId);
        market.quotesRecorded = true;
        market.displayed.beginSnapshot();
    }

    /** The size at a price of one side; 0 removes the level. */
    public void level(int instrumentId, boolean asks, long price, long quantity) {
        markets.get(instrumentId).displayed.level(asks, price, quantity);
    }

    /** All levels of a depth update were given. */
    public void endDepth(int instrumentId, long lastUpdateId, long timeNs) {
        InstrumentMarket market = markets.get(instrumentId);
        market.displayed.endDepth(lastUpdateId);
        onDisplayed(market, timeNs);
    }

    /** Depth updates were lost. */
    public void onGap(int instrumentId) {
        markets.get(instrumentId).displayed.onGap();
    }

    /** A public trade. */
    public void onTrade(int instrumentId, Side aggressor, long price, long quantity, long timeNs) {
        InstrumentMarket market = markets.get(instrumentId);
        market.tradesRecorded = true;
        resting.onTrade(market, aggressorOf(market, aggressor, price), price, quantity, timeNs);
        if (!market.quotesRecorded) {
            formQuote(market, aggressor, price, quantity, timeNs);
        }
        priced(market, price, timeNs);
        changes.publish(timeNs);
    }

    /** A bar; its prices are walked as {@link BarPath} says if nothing finer is known. */
    public void onBar(int instrumentId, long open, long high, long low, long close, long volume, long timeNs) {
        InstrumentMarket market = markets.get(instrumentId);
        if (market.tradesRecorded || market.quotesRecorded) {
            return;
        }
        long share = FixedPoint.multiply(volume, barParticipation, RoundingMode.DOWN) / BarPath.POINTS;
        path.set(open, high, low, close);
        long from = market.lastPrice == 0 ? open : market.lastPrice;
        for (int i = 0; i < BarPath.POINTS; i++) {
            walk(market, from, path.point(i), share, timeNs);
            from = path.point(i);
        }
        changes.publish(timeNs);
    }

    /**
     * Mark price and funding.
     *
     * @param fundingRate fraction of notional at the next funding, E8, or {@code FixedPoint.NULL}
     * @param nextFundingNs when it is paid, or {@code FixedPoint.NULL}
     */
    public void onMark(int instrumentId, long markPrice, long fundingRate, long nextFundingNs, long timeNs) {
        InstrumentMarket market = markets.get(instrumentId);
        market.markPrice = markPrice;
        prices.mark(instrumentId, markPrice);
        if (fundingRate != FixedPoint.NULL && nextFundingNs != FixedPoint.NULL && nextFundingNs > timeNs) {
            market.fundingRate = fundingRate;
            market.nextFundingNs = nextFundingNs;
        }
        activation.fireMark(market, timeNs);
        liquidations.onPrice(markets, market, timeNs);
        changes.publish(timeNs);
    }

    /** The venue halts, opens or restricts an instrument; a close ends the orders of the day. */
    public void onStatus(int instrumentId, TradingStatusKind status, long timeNs) {
        InstrumentMarket market = markets.get(instrumentId);
        market.status = status;
        if (status == TradingStatusKind.CLOSED) {
            orders.endDay(market, timeNs);
            changes.publish(timeNs);
        }
    }

    private void onDisplayed(InstrumentMarket market, long timeNs) {
        resting.onDisplayed(market, timeNs);
        if (!market.tradesRecorded && market.displayed.mid() != 0) {
            prices.last(market.instrument.id(), market.displayed.mid());
            activation.fireLast(market, timeNs);
            liquidations.onPrice(markets, market, timeNs);
        }
        changes.publish(timeNs);
    }

    private void priced(InstrumentMarket market, long price, long timeNs) {
        market.lastPrice = price;
        prices.last(market.instrument.id(), price);
        activation.fireLast(market, timeNs);
        if (market.markPrice == 0) {
            liquidations.onPrice(markets, market, timeNs);
        }
    }

    private void formQuote(InstrumentMarket market, Side aggressor, long price, long quantity, long timeNs) {
        market.formed.onTrade(market.instrument, aggressor, price, quantity);
        long size = market.formed.quantity(market.instrument);
        long bid = market.formed.bid();
        long ask = market.formed.ask();
        market.displayed.onTop(bid, size, ask, size, FixedPoint.NULL);
        resting.onDisplayed(market, timeNs);
        listener.onFormedQuote(market.instrument.id(), bid, ask, size, timeNs);
    }

    /** Moves along one leg of a bar: stops and limits on the way meet the price one by one. */
    private void walk(InstrumentMarket market, long from, long to, long volume, long timeNs) {
        long at = from;
        long left = volume;
        while (at != to) {
            at = nextStop(market, at, to);
            left = resting.through(market, market.bids, at, left, timeNs);
            left = resting.through(market, market.asks, at, left, timeNs);
            print(market, at, volume, timeNs);
        }
        print(market, to, volume, timeNs);
    }

    private static long nextStop(InstrumentMarket market, long from, long to) {
        long trigger = market.triggers.nearest(from, to);
        return trigger == 0 ? to : trigger;
    }

    private void print(InstrumentMarket market, long price, long volume, long timeNs) {
        if (volume > 0) {
            market.formed.onTrade(market.instrument, Side.NONE, price, volume);
            long size = Math.min(market.formed.quantity(market.instrument), volume);
            market.displayed.onTop(market.formed.bid(), size, market.formed.ask(), size, FixedPoint.NULL);
        }
        priced(market, price, timeNs);
    }

    private static Side aggressorOf(InstrumentMarket market, Side recorded, long price) {
        if (recorded != Side.NONE) {
            return recorded;
        }
        long middle = market.displayed.mid();
        if (middle != 0 && price != middle) {
            return price > middle ? Side.BUY : Side.SELL;
        }
        return market.lastPrice == 0 || price == market.lastPrice
                ? Side.NONE
                : price > market.lastPrice ? Side.BUY : Side.SELL;
    }
}
