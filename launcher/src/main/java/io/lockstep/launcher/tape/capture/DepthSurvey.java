package io.lockstep.launcher.tape.capture;

import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.message.BarMessage;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.LiquidationMessage;
import io.lockstep.gateway.binance.marketdata.message.MarkPriceMessage;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;

/** Tells the plan what the capture holds while it is read for the first time, and passes everything with a symbol on. */
final class DepthSurvey implements MarketDataHandler {
    private final SnapshotPlan plan;
    private final EventEncoder out;

    DepthSurvey(SnapshotPlan plan, EventEncoder out) {
        this.plan = plan;
        this.out = out;
    }

    @Override
    public boolean onDepth(DepthMessage depth, long receivedNs) {
        if (depth.instrumentId() == CaptureDecoder.UNASSIGNED) {
            long bid = depth.bids().size() == 0 ? 0 : depth.bids().price(0);
            plan.seeSnapshot(depth.lastUpdateId(), bid, receivedNs);
            return true;
        }
        if (!depth.isSnapshot()) {
            plan.seeUpdate(depth.instrumentId(), depth.firstUpdateId(), depth.lastUpdateId());
        }
        return out.onDepth(depth, receivedNs);
    }

    @Override
    public boolean onQuote(QuoteMessage quote, long receivedNs) {
        plan.seePrice(quote.instrumentId(), quote.bidPrice());
        return out.onQuote(quote, receivedNs);
    }

    @Override
    public boolean onTrade(TradeMessage trade, long receivedNs) {
        plan.seePrice(trade.instrumentId(), trade.price());
        return out.onTrade(trade, receivedNs);
    }

    @Override
    public boolean onBar(BarMessage bar, long receivedNs) {
        return out.onBar(bar, receivedNs);
    }

    @Override
    public boolean onMarkPrice(MarkPriceMessage markPrice, long receivedNs) {
        return out.onMarkPrice(markPrice, receivedNs);
    }

    @Override
    public boolean onLiquidation(LiquidationMessage liquidation, long receivedNs) {
        return out.onLiquidation(liquidation, receivedNs);
    }
}
