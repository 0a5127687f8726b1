package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.simulator.account.AccountRules;
import io.lockstep.simulator.account.FeeCurrency;
import io.lockstep.simulator.account.MarginBrackets;
import io.lockstep.simulator.market.DepthAssumption;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.SelfTradePrevention;
import io.lockstep.simulator.order.TradingRules;

/** A small venue for tests: one instrument (tick 0.01, lot 0.001, min notional 5), funded accounts 0 and 1, time set by hand. */
public final class VenueKit {
    /** The one instrument. */
    public static final int BTC = 0;

    final Story story = new Story();
    final MatchingCore core;
    long now = 1_000_000_000L;
    private long lastTag;

    VenueKit(AssetClass assetClass, int leverage, MatchingSettings settings, TradingRules rules) {
        core = new MatchingCore(settings, rules(leverage), story);
        core.instrument(instrument(assetClass), rules);
        for (int account = 0; account < 2; account++) {
            core.deposit(account, "USDT", e8("100000"), now);
            core.deposit(account, "BTC", e8("10"), now);
        }
    }

    static VenueKit spot() {
        return new VenueKit(AssetClass.SPOT, 1, settings(0, "0"), TradingRules.NONE);
    }

    static VenueKit perpetual(int leverage) {
        return new VenueKit(AssetClass.PERPETUAL, leverage, settings(0, "0"), TradingRules.NONE);
    }

    static MatchingSettings settings(int assumedLevels, String cancelsAheadShare) {
        DepthAssumption depth = new DepthAssumption(assumedLevels, 1, FixedPoint.ONE, 0);
        return new MatchingSettings(e8(cancelsAheadShare), depth, 1, 2, e8("0.1"), 0, 100);
    }

    static Instrument instrument(AssetClass assetClass) {
        return new Instrument(
                BTC,
                Venue.SIMULATED,
                assetClass,
                "BTCUSDT",
                "BTC",
                "USDT",
                e8("0.01"),
                e8("0.001"),
                e8("0.001"),
                e8("100"),
                e8("5"),
                FixedPoint.ONE,
                e8("0.0002"),
                e8("0.0005"));
    }

    private static AccountRules rules(int leverage) {
        return new AccountRules(
                leverage, false, FeeCurrency.QUOTE, "BNB", e8("600"), MarginBrackets.flat(e8("0.004")), e8("0.0125"));
    }

    static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }

    /** A quote. */
    void quote(String bid, String bidQuantity, String ask, String askQuantity) {
        core.market().onTop(BTC, e8(bid), e8(bidQuantity), e8(ask), e8(askQuantity), FixedPoint.NULL, ++now);
    }

    /** A public trade. */
    void trade(Side aggressor, String price, String quantity) {
        core.market().onTrade(BTC, aggressor, e8(price), e8(quantity), ++now);
    }

    /** A request for account 0 with the next tag. */
    OrderRequest request(Side side, String quantity) {
        return new OrderRequest().reset(0, BTC, ++lastTag).side(side, e8(quantity));
    }

    OrderRequest limit(Side side, String quantity, String price) {
        return request(side, quantity).price(e8(price));
    }

    OrderRequest stop(Side side, String quantity, String stopPrice) {
        return request(side, quantity).type(OrderType.STOP_MARKET).stopPrice(e8(stopPrice));
    }

    /** Submits for account 0; the venue's order id. */
    long submit(OrderRequest request) {
        return core.submit(request, ++now);
    }

    /** Submits the same for account 1. */
    long submitOther(Side side, String quantity, String price) {
        OrderRequest request = new OrderRequest()
                .reset(1, BTC, ++lastTag)
                .side(side, e8(quantity))
                .price(e8(price))
                .selfTradePrevention(SelfTradePrevention.EXPIRE_TAKER);
        return core.submit(request, ++now);
    }

    long buy(String quantity, String price) {
        return submit(limit(Side.BUY, quantity, price));
    }

    long sell(String quantity, String price) {
        return submit(limit(Side.SELL, quantity, price));
    }

    long buyAtMarket(String quantity) {
        return submit(request(Side.BUY, quantity).market().timeInForce(TimeInForce.IOC));
    }

    long sellAtMarket(String quantity) {
        return submit(request(Side.SELL, quantity).market().timeInForce(TimeInForce.IOC));
    }

    String total(int account, String asset) {
        return FixedPoint.format(
                core.account(account).total(core.ledger().assets().index(asset)));
    }

    String locked(int account, String asset) {
        return FixedPoint.format(
                core.account(account).locked(core.ledger().assets().index(asset)));
    }

    String position(int account) {
        return FixedPoint.format(core.account(account).position(BTC).quantity());
    }
}
