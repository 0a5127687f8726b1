package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.market.AssetMarket;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.OrderKind;
import io.lockstep.simulator.alpaca.order.Tif;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides what of an order trades against the best bid or ask. Its size is ignored as on a paper account, or, if so set, nobody gets
 * more than is displayed and nobody gets the same size twice.
 */
public final class PaperFills {
    private static final long NONE = FixedPoint.NULL;
    private static final long DEAR = 50 * FixedPoint.ONE;
    private static final long COLLAR_CHEAP = 104 * FixedPoint.ONE / 100;
    private static final long COLLAR_DEAR = 1_025 * FixedPoint.ONE / 1_000;

    private final FillModel model;
    private final SyntheticPartials partials;
    private final Map<Integer, Taken> taken = new TreeMap<>();

    /** How much of which quote was taken. */
    private static final class Taken {
        private Quote quote = Quote.NONE;
        private long bought;
        private long sold;
    }

    /** Fills of a model, some of them in part first. */
    public PaperFills(FillModel model, SyntheticPartials partials) {
        this.model = model;
        this.partials = partials;
    }

    /** Lets a stop see the last price; whether it is met now. */
    boolean isTriggered(AlpacaOrder order, long last) {
        if (!order.terms().kind().isTriggered() || order.isTriggered() || last == 0) {
            return false;
        }
        if (order.terms().kind() == OrderKind.TRAILING_STOP) {
            order.trail(last);
        }
        long stop = order.stopPrice();
        return order.isBuy() ? last >= stop : last <= stop;
    }

    /** The price an order would trade at now, quote currency, E8; 0 if it would not. */
    long price(AlpacaOrder order, AssetMarket market) {
        boolean waits = order.terms().kind().isTriggered() && !order.isTriggered();
        long price = order.isBuy() ? market.quote().ask() : market.quote().bid();
        long limit = limit(order);
        boolean within = limit == NONE || (order.isBuy() ? price <= limit : price >= limit);
        return waits || price <= 0 || !within ? 0 : price;
    }

    /** How much of an order trades now, E8. */
    long quantity(AlpacaOrder order, AssetMarket market, long price) {
        long leaves = order.leaves(price);
        if (order.terms().tif() == Tif.FOK) {
            return displayed(order, market) >= leaves ? leaves : 0;
        }
        long most = Math.max(0, Math.min(leaves, displayed(order, market)));
        boolean once = order.terms().tif().isAuction() || order.terms().notional() != NONE;
        return once || most == 0 ? most : partials.share(most);
    }

    /** Takes a quantity off the quote. */
    void take(AlpacaOrder order, AssetMarket market, long quantity) {
        Taken of = taken(market);
        if (order.isBuy()) {
            of.bought += quantity;
        } else {
            of.sold += quantity;
        }
    }

    private long displayed(AlpacaOrder order, AssetMarket market) {
        if (model == FillModel.ANY_SIZE) {
            return Long.MAX_VALUE;
        }
        Quote quote = market.quote();
        Taken of = taken(market);
        return order.isBuy() ? quote.askSize() - of.bought : quote.bidSize() - of.sold;
    }

    private Taken taken(AssetMarket market) {
        Taken of = taken.computeIfAbsent(market.asset().id(), id -> new Taken());
        if (!of.quote.equals(market.quote())) {
            of.quote = market.quote();
            of.bought = 0;
            of.sold = 0;
        }
        return of;
    }

    /** A triggered buy stop becomes a limit order a little above its stop. (Alpaca, "Placing Orders", stop orders.) */
    private static long limit(AlpacaOrder order) {
        if (order.terms().kind() != OrderKind.STOP || !order.isBuy()) {
            return order.terms().limit();
        }
        long collar = order.terms().stop() < DEAR ? COLLAR_CHEAP : COLLAR_DEAR;
        return FixedPoint.multiply(order.terms().stop(), collar, RoundingMode.DOWN);
    }
}
