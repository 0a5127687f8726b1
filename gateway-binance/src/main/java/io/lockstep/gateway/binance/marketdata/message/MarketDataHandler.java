package io.lockstep.gateway.binance.marketdata.message;

/**
 * Takes decoded market data. Messages are valid only during the call.
 *
 * <p>{@code receivedNs} is when the frame was read, UTC, nanoseconds. The answer is false where the message could not be taken
 * because the ring is full; the handler has then counted it.
 */
public interface MarketDataHandler {
    /** Best bid and ask. */
    boolean onQuote(QuoteMessage quote, long receivedNs);

    /** A public trade, or several of one aggressor at one price. */
    boolean onTrade(TradeMessage trade, long receivedNs);

    /** A book snapshot or a change of it. */
    boolean onDepth(DepthMessage depth, long receivedNs);

    /** A bar that closed. */
    boolean onBar(BarMessage bar, long receivedNs);

    /** Mark price and funding of a perpetual. */
    boolean onMarkPrice(MarkPriceMessage markPrice, long receivedNs);

    /** Somebody's position being closed by the venue. */
    boolean onLiquidation(LiquidationMessage liquidation, long receivedNs);
}
