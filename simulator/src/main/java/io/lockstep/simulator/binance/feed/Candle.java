package io.lockstep.simulator.binance.feed;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.RoundingMode;

/** One candlestick being built or finished. Prices and quantities E8. */
public final class Candle {
    final long openTimeMs;
    final long closeTimeMs;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long quoteVolume;
    long takerBuyVolume;
    long takerBuyQuoteVolume;
    long firstTradeId = -1;
    long lastTradeId = -1;
    int trades;

    /** An empty candle whose prices are all the close of the one before. */
    Candle(long openTimeMs, long lengthMs, long price) {
        this.openTimeMs = openTimeMs;
        this.closeTimeMs = openTimeMs + lengthMs - 1;
        open = price;
        high = price;
        low = price;
        close = price;
    }

    void trade(boolean bought, long price, long quantity, long tradeId) {
        if (trades == 0) {
            open = price;
            high = price;
            low = price;
            firstTradeId = tradeId;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        lastTradeId = tradeId;
        trades++;
        long value = FixedPoint.multiply(price, quantity, RoundingMode.HALF_EVEN);
        volume += quantity;
        quoteVolume += value;
        if (bought) {
            takerBuyVolume += quantity;
            takerBuyQuoteVolume += value;
        }
    }
}
